import type { FigureChange } from '../api/figures.ts';
import { Unbroken } from '../parts/unbroken.tsx';

/** What has changed, a line each, in the server's words. */
export function Changes({ changes }: { changes: readonly FigureChange[] }) {
  return (
    <ul class="figure-changes">
      {changes.map((change) => (
        <li key={keyOf(change)}>
          <Unbroken>{change.message}</Unbroken>
        </li>
      ))}
    </ul>
  );
}

const keyOf = ({ group, kind, survey, quantity, item, option, message }: FigureChange) =>
  JSON.stringify([group, kind, survey, quantity, item, option, message]);
