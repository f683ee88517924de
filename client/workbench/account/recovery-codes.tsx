import { useState } from 'preact/hooks';
import { useAccount } from '../data/account.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { OnceDialog } from '../parts/once-dialog.tsx';
import { printInstead } from '../parts/print-instead.ts';
import { saveFile } from '../parts/save-file.ts';
import { accountWords } from './words.ts';

/** The one time that recovery codes are shown: to be downloaded, printed or copied. */
export function RecoveryCodes({ codes, close }: { codes: readonly string[]; close(): void }) {
  const words = useWords(accountWords);
  const username = useAccount();
  const [kept, setKept] = useState(false);
  const title = words.factor.ofAccount(username);
  const list = (
    <ol class="recovery-codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
  );
  const text = `${title}\n\n${codes.join('\n')}\n`;
  return (
    <OnceDialog
      class="shown-once"
      title={words.factor.codesTitle}
      kept={kept}
      notKept={words.notKept}
      close={close}
      actions={
        <>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              // The mark at the beginning tells every editor that it is UTF-8.
              saveFile(
                'manping-recovery-codes.txt',
                new Blob([`\ufeff${text}`], { type: 'text/plain' }),
              );
              setKept(true);
            }}
          >
            {words.factor.download}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              printInstead(
                <section class="recovery-sheet">
                  <h1>{title}</h1>
                  <p>{words.factor.codesWhat}</p>
                  {list}
                </section>,
              );
              setKept(true);
            }}
          >
            {words.factor.print}
          </button>
          <CopyButton
            text={codes.join('\n')}
            label={words.factor.copy}
            copied={() => setKept(true)}
          />
        </>
      }
    >
      {() => (
        <>
          <p>{words.factor.codesWhat}</p>
          {list}
        </>
      )}
    </OnceDialog>
  );
}
