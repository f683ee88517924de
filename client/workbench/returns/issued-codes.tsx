import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { IssuedCode, SurveySummary } from '../api/surveys.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { returnsWords } from './words.ts';

/** The one time that codes are shown: to be copied or saved, and gone with the dialog. */
export function IssuedCodes(props: { survey: SurveySummary; codes: IssuedCode[]; close(): void }) {
  const { survey, codes, close } = props;
  const words = useWords(returnsWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [file, setFile] = useState<string>();
  const csv = codesCsv(codes, [words.protection.code, words.protection.link]);
  useEffect(() => {
    dialog.current?.showModal();
    const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    setFile(url);
    return () => URL.revokeObjectURL(url);
  }, []);
  return (
    <dialog ref={dialog} class="issued-codes" aria-labelledby={id} onClose={close}>
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
        <a class="button primary" href={file} download={`access-codes-${survey.code}.csv`}>
          {words.protection.download}
        </a>
        <CopyButton
          text={codes.map(({ code, url }) => `${code}\t${url}`).join('\n')}
          label={words.protection.copy}
        />
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {words.protection.done}
        </button>
      </div>
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
