import { type FrozenFigures, frozenFile } from '../api/figures.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { HashLine } from './short-hash.tsx';
import { figuresWords } from './words.ts';

const KINDS = [
  ['JSON', ''],
  ['CSV', '.csv'],
  ['XLSX', '.xlsx'],
] as const;

/** What was frozen as files, its hash, and how somebody checks a file against the database. */
export function FigureFiles({ figures }: { figures: FrozenFigures }) {
  const words = useWords(figuresWords).one;
  const { id } = useEvaluation();
  const command = `npm run verify-figures -- ${words.checkFile}`;
  return (
    <section class="stack figure-files" aria-labelledby="figure-files">
      <h3 id="figure-files">{words.keep}</h3>
      <ul class="row screen-only">
        {KINDS.map(([kind, ending]) => (
          <li key={kind}>
            <a
              class="button"
              href={frozenFile(id, figures.id, ending)}
              download={`figures-${figures.id}.${kind.toLowerCase()}`}
            >
              {words.download(kind)}
            </a>
          </li>
        ))}
      </ul>
      <HashLine label={words.hash} hash={figures.hash} copy={words.copy} />
      <p class="small reading">{words.check}</p>
      <p class="small row">
        <code class="verify-command">{command}</code>
        <CopyButton text={command} label={words.copyCommand} />
      </p>
    </section>
  );
}
