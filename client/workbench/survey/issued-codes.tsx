import { useEffect, useState } from 'preact/hooks';
import type { IssuedCode, SurveySummary } from '../api/surveys.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { OnceDialog } from '../parts/once-dialog.tsx';
import { surveyWords } from './words.ts';

/** The one time that codes are shown: to be copied or saved, and gone with the dialog. */
export function IssuedCodes(props: { survey: SurveySummary; codes: IssuedCode[]; close(): void }) {
  const { survey, codes } = props;
  const words = useWords(surveyWords);
  const [file, setFile] = useState<string>();
  const [kept, setKept] = useState(false);
  const csv = codesCsv(codes, [words.protection.code, words.protection.link]);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    setFile(url);
    return () => URL.revokeObjectURL(url);
  }, []);
  return (
    <OnceDialog
      class="issued-codes"
      title={words.protection.issuedTitle(count(codes.length))}
      kept={kept}
      notKept={words.protection.notKept(count(codes.length))}
      close={props.close}
      actions={
        <>
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
        </>
      }
    >
      {(titleId) => (
        <>
          <p>{words.protection.onlyOnce}</p>
          <textarea
            class="input"
            readonly
            rows={8}
            aria-labelledby={titleId}
            value={codes.map(({ code, url }) => `${code}  ${url}`).join('\n')}
          />
        </>
      )}
    </OnceDialog>
  );
}

/** The list as a file that spreadsheets open as it is: a code a row, with the link that carries it. */
export function codesCsv(codes: readonly IssuedCode[], header: readonly [string, string]): string {
  const rows = [header, ...codes.map(({ code, url }) => [code, url] as const)];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  // The mark at the beginning tells Excel that it is UTF-8.
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
