import type { FigureChange, Moved } from '../api/figures.ts';
import { useGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { figuresWords } from './words.ts';

/** What has moved, a line a group in the server's words; behind it thing by thing, where that is more. */
export function Changes({ moved: { summary, changes } }: { moved: Moved }) {
  const words = useWords(figuresWords);
  const groupLabel = useGroupLabel();
  const isOfSeveral = summary.length > 1;
  return (
    <>
      <ul class="figure-changes">
        {summary.map(({ group, message }) => (
          <li key={group}>
            {isOfSeveral && <span class="quiet">{groupLabel(group)} </span>}
            <Unbroken>{message}</Unbroken>
          </li>
        ))}
      </ul>
      {changes.length > summary.length && (
        <details>
          <summary>{words.thingByThing(changes.length)}</summary>
          <ul class="figure-changes">
            {changes.map((change) => (
              <li key={keyOf(change)}>
                {isOfSeveral && <span class="quiet">{groupLabel(change.group)} </span>}
                <Unbroken>{change.message}</Unbroken>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const keyOf = ({ group, kind, survey, quantity, item, option, message }: FigureChange) =>
  JSON.stringify([group, kind, survey, quantity, item, option, message]);
