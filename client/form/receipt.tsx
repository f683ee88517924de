import { Slip } from './slip.tsx';
import type { Words } from './words.ts';

interface Props {
  /** Such as 7K3F-29QD. */
  receipt: string;
  /** The response had been stored before. */
  alreadyHeard: boolean;
  /** Title of the questionnaire. */
  about: string;
  words: Words;
}

/** The answer arrived: its number, and that the page can be closed. */
export function Receipt({ receipt, alreadyHeard, about, words }: Props) {
  return (
    <Slip
      by={words.by}
      sign="M14 24.5l7 7 13-14"
      title={words.thanks}
      text={alreadyHeard ? words.alreadyHeard : words.mayClose}
      about={about}
    >
      <dl>
        <dt>{words.receipt}</dt>
        <dd class="receipt">{receipt}</dd>
        <dd class="soft">{words.receiptNote}</dd>
      </dl>
    </Slip>
  );
}
