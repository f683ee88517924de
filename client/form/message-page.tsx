import type { ComponentChildren } from 'preact';

interface Props {
  by: string;
  sign: 'done' | 'stop';
  title: string;
  text: ComponentChildren;
  /** Title of the questionnaire. */
  formTitle: string | undefined;
  /** Whom to ask; on a page that the script draws it is put in afterwards, as the server wrote it. */
  contact?: ComponentChildren;
  children?: ComponentChildren;
}

/** A page with a single message instead of the form: thanks with the receipt, or why there is no form. */
export function MessagePage({ by, sign, title, text, formTitle, contact, children }: Props) {
  return (
    <main class="column">
      <p class="by">
        <span>{by}</span>
      </p>
      <div class="box">
        <p class={`sign ${sign}`} />
        <h1 id="message" tabindex={-1}>
          {title}
        </h1>
        <p>{text}</p>
        {children && <div class="box-foot">{children}</div>}
      </div>
      {contact}
      {formTitle && <p class="colophon">{formTitle}</p>}
    </main>
  );
}
