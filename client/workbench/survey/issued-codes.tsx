import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { IssuedCode, SurveySummary } from '../api/surveys.ts';
import { useBackQuestion, useUnloadQuestion } from '../data/leaving.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { surveyWords } from './words.ts';

/**
 * The one time that codes are shown: to be copied or saved, and gone with the dialog. Until they are, no key and no step
 * back closes it without asking.
 */
export function IssuedCodes(props: { survey: SurveySummary; codes: IssuedCode[]; close(): void }) {
  const { survey, codes } = props;
  const words = useWords(surveyWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [file, setFile] = useState<string>();
  const [kept, setKept] = useState(false);
  const [asking, setAsking] = useState(false);
  const csv = codesCsv(codes, [words.protection.code, words.protection.link]);
  useEffect(() => {
    dialog.current?.showModal();
    const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    setFile(url);
    return () => URL.revokeObjectURL(url);
  }, []);
  useUnloadQuestion(!kept);
  useBackQuestion(!kept, () => setAsking(true));
  const leave = () => (kept ? props.close() : setAsking(true));
  return (
    <dialog
      ref={dialog}
      class="issued-codes"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      // A browser may close it all the same, as by a second Esc.
      onClose={() => {
        if (!kept) dialog.current?.showModal();
        leave();
      }}
    >
      <h2 id={id}>{words.protection.issuedTitle(count(codes.length))}</h2>
      <div class="stack">
        <p>{words.protection.onlyOnce}</p>
        <textarea
          class="input"
          readonly
          rows={8}
          aria-labelledby={id}
          value={codes.map(({ code, url }) => `${code}  ${url}`).join('\n')}
        />
      </div>
      <div class="actions">
        <a
          class="button primary"
          href={file}
          download={`access-codes-${survey.code}.csv`}
          onClick={() => setKept(true)}
        >
          {words.protection.download}
        </a>
        <CopyButton
          text={codes.map(({ code, url }) => `${code}\t${url}`).join('\n')}
          label={words.protection.copy}
          copied={() => setKept(true)}
        />
        <button type="button" class="button" onClick={leave}>
          {kept ? words.protection.done : words.protection.close}
        </button>
      </div>
      {asking && !kept && (
        <div class="notice attention codes-question" role="alert">
          <p>{words.protection.notKept(count(codes.length))}</p>
          <div class="actions">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {words.protection.back}
            </button>
            <button type="button" class="link-button warm" onClick={props.close}>
              {words.protection.closeAnyway}
            </button>
          </div>
        </div>
      )}
    </dialog>
  );
}

/** The list as a file that spreadsheets open as it is: a code a row, with the link that carries it. */
export function codesCsv(codes: readonly IssuedCode[], header: readonly [string, string]): string {
  const rows = [header, ...codes.map(({ code, url }) => [code, url] as const)];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  // The mark at the beginning tells Excel that it is UTF-8.
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
