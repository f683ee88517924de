import type { ComponentChildren } from 'preact';
import { BrokenText } from './broken-text.tsx';

interface Props {
  by: string;
  /** Path of the sign in a circle of 48. */
  sign: string;
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
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <circle cx="24" cy="24" r="22.5" />
          <path d={sign} />
        </svg>
        <h1 id="message" tabIndex={-1}>
          {title}
        </h1>
        <p>{text}</p>
        {children && <div class="tear">{children}</div>}
      </div>
      {about && (
        <p class="colophon">
          <BrokenText text={about} />
        </p>
      )}
    </main>
  );
}
