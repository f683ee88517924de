import type { LiveWords } from './live-words.ts';
import { Slip } from './slip.tsx';

interface Props {
  /** Such as 7K3F-29QD. */
  receipt: string;
  /** The response had been stored before. */
  alreadyHeard: boolean;
  /** Title of the questionnaire. */
  about: string;
  words: LiveWords;
  /** Where, and by the script how, somebody else answers on the same device. */
  again?: { href: string; act?: ((event: Event) => void) | undefined };
}

/** The answer arrived: its number, and that the page can be closed. */
export function Receipt({ receipt, alreadyHeard, about, words, again }: Props) {
  return (
    <Slip
      by={words.by}
      sign="done"
      title={words.thanks}
      text={alreadyHeard ? words.alreadyHeard : words.mayClose}
      about={about}
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
            <a href={again.href} onClick={again.act}>
              {words.anotherNow}
            </a>
          </p>
        </details>
      )}
    </Slip>
  );
}
