import { useMemo, useRef, useState } from 'preact/hooks';
import { cellsOf } from '../../../analysis/scoring/cells.ts';
import { type BaseData, baseData, changeBaseData, tryBaseData } from '../api/base-data.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { askNow, setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Form, SaveActions } from '../parts/form.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { CheckList } from './check-list.tsx';
import { ColumnFields } from './column-fields.tsx';
import { fieldNames, inNames, namedProblem } from './fault-places.ts';
import { Moves } from './moves.tsx';
import { baseDataOf, columnFaults, pathsOf, type Sheet, sheetIn, sheetOf } from './sheet.ts';
import { SheetTable } from './sheet-table.tsx';
import { baseDataWords } from './words.ts';

type Tried = Awaited<ReturnType<typeof tryBaseData>>;

/** What is typed is kept as one text, so that lines and columns that are not saved yet survive as any field does. */
const SHEET = 'sheet';

export function BaseDataForm({ stored }: { stored: BaseData }) {
  const words = useWords(baseDataWords);
  const terms = useWords(tradeTerms);
  const shared = useWords(sharedWords);
  const evaluation = useEvaluation();
  const { id, year } = evaluation;
  const written = JSON.stringify(sheetOf(stored, String(year)));
  const [sheet, setSheet] = useState<Sheet>(() => sheetOf(stored, String(year)));
  const kept = useRef<HTMLTextAreaElement>(null);
  const [message, setMessage] = useState<string>();
  const [tried, setTried] = useState<{ moves: Tried; answer(saves: boolean): void }>();
  const change = (next: Sheet) => {
    setSheet(next);
    setMessage(undefined);
    if (!kept.current) return;
    kept.current.value = JSON.stringify(next);
    kept.current.dispatchEvent(new Event('input', { bubbles: true }));
  };

  /** Says first what it moves; where it moves something, waits for a yes. */
  const save = useMutation(async () => {
    const data = baseDataOf(sheet);
    const moves = await tryBaseData(id, data);
    const n = moves.moves?.length ?? 0;
    if (n > 0 && !(await asked(moves))) return;
    const after = await changeBaseData(id, data);
    setAndInvalidate(baseData(id), after, evaluationsKey);
    setSheet(sheetOf(after, String(year)));
    const [from, to] = [moves.before?.total?.display ?? '—', moves.after?.total?.display ?? '—'];
    setMessage(n === 0 ? words.saved : words.savedMoving(n, from, to));
    saved.current = true;
  });
  const saved = useRef(false);
  const asked = (moves: Tried) =>
    new Promise<boolean>((resolve) => {
      setTried({
        moves,
        answer(saves) {
          setTried(undefined);
          resolve(saves);
        },
      });
    });

  const faults = columnFaults(sheet);
  const paths = pathsOf(sheet);
  const names = fieldNames(sheet, words);
  const errors = save.problem?.errors ?? [];
  // Named once, as the sheet was when it was refused: the form goes to the first fault whenever it is told of a refusal.
  const problem = useMemo(() => namedProblem(save.problem, names, words.faultAt), [save.problem]);
  const faultAt = (path: string | undefined) => {
    const message = path && errors.find((error) => error.path === path)?.message;
    return message ? inNames(message, names) : undefined;
  };
  return (
    <>
      <Form
        class="form base-data-form"
        draft={evaluationDrafts(id) + draftKey('base-data')}
        stored={written}
        storedBy={stored.updatedBy ?? undefined}
        storedNow={async () => {
          const now = await askNow(baseData(id));
          return now && JSON.stringify(sheetOf(now, String(year)));
        }}
        submit={async () => {
          saved.current = false;
          await save.mutate();
          return saved.current;
        }}
        check={() => (faults.size > 0 ? { [SHEET]: words.columns } : {})}
        problem={problem}
        actions={(form) => (
          <SaveActions form={form} label={shared.save} busy={save.isPending} message={message} />
        )}
      >
        <textarea
          ref={kept}
          hidden
          name={SHEET}
          aria-label={terms.baseData}
          data-in-short={words.inShort(stored.cells.length, stored.checks.length)}
          defaultValue={written}
          onChange={({ currentTarget }) => setSheet(sheetIn(currentTarget.value) ?? sheet)}
        />
        <div class="base-data-fields">
          <ColumnFields sheet={sheet} change={change} faults={faults} />
          <SheetTable sheet={sheet} change={change} paths={paths} faultAt={faultAt} />
          <CheckList
            sheet={sheet}
            change={change}
            cells={cellsOf(baseDataOf(sheet))}
            paths={paths}
            faultAt={faultAt}
          />
        </div>
      </Form>
      {tried && (
        <Moves
          tried={tried.moves}
          save={() => tried.answer(true)}
          close={() => tried.answer(false)}
        />
      )}
    </>
  );
}
