import type { tryBaseData } from '../api/base-data.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { scoringPath } from '../paths.ts';
import { baseDataWords } from './words.ts';

type Tried = Awaited<ReturnType<typeof tryBaseData>>;

/** Before it is saved: which scores it moves, and the total and grade before and after. */
export function Moves(props: { tried: Tried; save(): void; close(): void }) {
  const words = useWords(baseDataWords);
  const { id } = useEvaluation();
  const { moves = [], before, after } = props.tried;
  const total = (of: typeof before) => `${of?.total?.display ?? '—'} ${of?.grade ?? words.noGrade}`;
  return (
    <ConfirmDialog
      title={words.movesTitle(moves.length)}
      confirmLabel={words.saveAll}
      busy={false}
      problem={undefined}
      onConfirm={props.save}
      onClose={props.close}
    >
      <ul class="moves">
        {moves.map((move) => (
          <li key={move.code}>
            <a href={scoringPath(id, move.code)} target="_blank" rel="noreferrer">
              {words.move(
                move.code,
                move.before?.display ?? words.noScore,
                move.after?.display ?? words.noScore,
              )}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <b>{words.total(total(before), total(after))}</b>
      </p>
    </ConfirmDialog>
  );
}
