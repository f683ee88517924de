import type { ComponentChildren } from 'preact';

interface Props {
  by: string;
  sign: 'done' | 'stop';
  title: string;
  text: string;
  /** Title of the questionnaire it is about. */
  about: string | undefined;
  children?: ComponentChildren;
}

/** A page that says one thing, as a slip torn off the questionnaire. */
export function Slip({ by, sign, title, text, about, children }: Props) {
  return (
    <main class="column">
      <p class="by">{by}</p>
      <div class="slip">
        <p class={`sign ${sign}`} />
        <h1 id="message" tabIndex={-1}>
          {title}
        </h1>
        <p>{text}</p>
        {children && <div class="tear">{children}</div>}
      </div>
      {about && <p class="colophon">{about}</p>}
    </main>
  );
}
