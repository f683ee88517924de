import type { Words } from './words.ts';

interface Props {
  /** Such as 7K3F-29QD. */
  receipt: string;
  /** The response had been stored before. */
  alreadyHeard: boolean;
  department: string;
  words: Words;
}

/** The answer arrived: its number, and that the page can be closed. */
export function Receipt({ receipt, alreadyHeard, department, words }: Props) {
  return (
    <main class="column end">
      <p class="by">
        <span>{department}</span>
      </p>
      <svg class="tick" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="22.5" />
        <path d="M14 24.5l7 7 13-14" />
      </svg>
      <h1 id="message" tabIndex={-1}>
        {words.thanks}
      </h1>
      {alreadyHeard && <p>{words.alreadyHeard}</p>}
      <dl class="slip">
        <dt>{words.receipt}</dt>
        <dd>{receipt}</dd>
      </dl>
      <p class="soft">{words.receiptNote}</p>
      <p>{words.mayClose}</p>
    </main>
  );
}
