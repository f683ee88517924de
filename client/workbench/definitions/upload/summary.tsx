import { count } from '../../format.ts';
import { useWords } from '../../language.tsx';
import type { Finding } from './findings.ts';
import { uploadWords } from './words.ts';

/** What a reader takes in at a glance; the others stand at their places. */
const MOST_LISTED = 50;

/** All that was found, each leading to its place in the file below. */
export function Summary({ findings }: { findings: readonly Finding[] }) {
  const words = useWords(uploadWords);
  const of = (kind: Finding['kind']) => findings.filter((each) => each.kind === kind);
  const [faults, doubts] = [of('fault'), of('doubt')];
  return (
    <>
      {faults.length > 0 && (
        <div class="notice attention stack" role="alert">
          <p>
            <strong>{words.faults(faults.length)}</strong>
          </p>
          <Listed findings={faults} />
        </div>
      )}
      {doubts.length > 0 && (
        <div class="notice stack">
          <p>
            <strong>{words.doubts(doubts.length)}</strong>
          </p>
          <Listed findings={doubts} />
        </div>
      )}
    </>
  );
}

function Listed({ findings }: { findings: readonly Finding[] }) {
  const words = useWords(uploadWords);
  const rest = findings.length - MOST_LISTED;
  return (
    <ul class="found-list">
      {findings.slice(0, MOST_LISTED).map(({ id, line, message, path }) => (
        <li key={id}>
          <a href={`#${id}`}>{words.line(String(line))}</a> {message}{' '}
          {path !== undefined && <code class="path">{path}</code>}
        </li>
      ))}
      {rest > 0 && <li>{words.more(count(rest))}</li>}
    </ul>
  );
}
