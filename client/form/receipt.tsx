import type { ComponentChildren } from 'preact';
import type { LiveWords } from './live-words.ts';
import { MessagePage } from './message-page.tsx';

interface Props {
  /** Such as 7K3F-29QD. */
  receipt: string;
  /** An earlier attempt to send the response had arrived. */
  alreadyReceived?: boolean | undefined;
  /** An answer ended the questionnaire: whoever gave it does not belong to the group, and is told so kindly. */
  ended?: boolean | undefined;
  /** Title of the questionnaire. */
  formTitle: string;
  words: LiveWords;
  /** Whom to ask. */
  contact?: ComponentChildren;
  /** The link to an empty form, for somebody else on the same device; the script handles the tap itself. */
  again?: { href: string; onClick?: (event: Event) => void };
}

/** Says that the response has arrived, with its receipt number, and that the page can be closed. */
export function Receipt(props: Props) {
  const { receipt, alreadyReceived, ended, formTitle, words, contact, again } = props;
  const text = alreadyReceived ? words.alreadyReceived : words.mayClose;
  return (
    <MessagePage
      by={words.by}
      sign="done"
      title={ended ? words.ended : words.thanks}
      text={ended ? words.endedText : text}
      formTitle={formTitle}
      contact={contact}
    >
      <dl>
        <dt>{words.receipt}</dt>
        <dd class="receipt">{receipt}</dd>
        <dd class="soft">{words.receiptNote}</dd>
      </dl>
      {again && (
        <details class="again">
          <summary>{words.another}</summary>
          <p>
            <a href={again.href} onClick={again.onClick}>
              {words.anotherNow}
            </a>
          </p>
        </details>
      )}
    </MessagePage>
  );
}
