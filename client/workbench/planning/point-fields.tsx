import { useEffect, useId, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { useFault } from '../parts/form-faults.ts';
import { readCount } from '../parts/form-values.ts';
import { PointLine } from './point-line.tsx';
import {
  POINTS,
  type PointRow,
  type PointRules,
  pastedRows,
  rowsOfText,
  sumOfPlans,
  textOfRows,
  withNewRow,
} from './points.ts';
import { planningWords } from './words.ts';

const NONE: readonly PointRow[] = [];

/**
 * The collection points of a survey, a line each. One field of the form holds them all as text, so that a draft keeps them;
 * the inputs that are seen belong to no form.
 */
export function PointFields(props: PointRules & { stored?: readonly PointRow[] }) {
  const words = useWords(planningWords).points;
  const { stored = NONE, ...rules } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const focusNext = useRef<string>(undefined);
  const [rows, setRows] = useState<PointRow[]>([...stored]);
  const labelled = useId();
  const fault = useFault(POINTS);
  const storedText = textOfRows(stored);
  const take = () => setRows(rowsOfText(field.current?.value ?? ''));
  useLayoutEffect(take, [storedText]);
  useLayoutEffect(() => {
    if (focusNext.current) list.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = undefined;
  }, [rows]);

  const change = (next: PointRow[], focus?: string) => {
    focusNext.current = focus;
    setRows(next);
    if (!field.current) return;
    field.current.value = textOfRows(next);
    // The form listens for what is typed.
    field.current.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const nameOf = (row: number) => `[data-field="${POINTS}[${row}].name"]`;
  const add = (after: number) => {
    const [added] = withNewRow(rows).slice(-1);
    if (added) change(rows.toSpliced(after + 1, 0, added), nameOf(after + 1));
  };
  const paste = (row: number, text: string): boolean => {
    const before = rows.slice(0, row);
    const after = rows.slice(row + 1);
    const here = rows[row];
    const pasted = pastedRows(text, [...before, ...after]);
    if (!pasted) return false;
    const kept = here && (here.name !== '' || here.plan !== '') ? [here] : [];
    const all = [...before, ...kept, ...pasted, ...after];
    change(all, nameOf(before.length + kept.length + pasted.length - 1));
    return true;
  };
  return (
    <fieldset class="fields point-fields" ref={list} {...(fault ? { 'data-fault': '' } : {})}>
      <legend>{words.title}</legend>
      <label for={labelled} hidden>
        {words.title}
      </label>
      <textarea
        id={labelled}
        ref={field}
        name={POINTS}
        hidden
        defaultValue={storedText}
        onChange={take}
      />
      {rows.length === 0 && <p class="small quiet">{words.what}</p>}
      {rows.length > 0 && (
        <>
          {!rules.onlyPlan && (
            <p class="small quiet">
              {words.idHint} {words.paste}
              {rules.opened && ` ${words.hasResponses}`}
            </p>
          )}
          <div class="point-line point-heads small quiet" aria-hidden="true">
            <span>{words.id}</span>
            <span>{words.name}</span>
            <span>{words.plan}</span>
          </div>
          <ol class="point-lines">
            {rows.map((row, index) => (
              <PointLine
                key={index}
                place={index}
                row={row}
                stored={stored.find(({ id }) => id === row.id)}
                rules={rules}
                change={(part) => change(rows.with(index, { ...row, ...part }))}
                addBelow={() => add(index)}
                paste={(text) => paste(index, text)}
                remove={() =>
                  change(
                    rows.toSpliced(index, 1),
                    rows.length > 1 ? nameOf(Math.max(0, index - 1)) : '[data-add]',
                  )
                }
              />
            ))}
          </ol>
        </>
      )}
      {fault && <span class="error">{fault}</span>}
      <div class="row">
        {!rules.onlyPlan && (
          <button type="button" class="button" data-add onClick={() => add(rows.length - 1)}>
            {words.add}
          </button>
        )}
        <SumOfPlans rows={rows} field={field} />
      </div>
    </fieldset>
  );
}

/** What the points are planned for together, against what the form says the survey is planned for. */
function SumOfPlans(props: {
  rows: readonly PointRow[];
  field: { current: HTMLTextAreaElement | null };
}) {
  const words = useWords(planningWords).points;
  const [, redraw] = useReducer((drawn: number, _: undefined) => drawn + 1, 0);
  useEffect(() => {
    const form = props.field.current?.form;
    const typed = () => redraw(undefined);
    form?.addEventListener('input', typed);
    typed();
    return () => form?.removeEventListener('input', typed);
  }, []);
  const sum = sumOfPlans(props.rows);
  if (sum === undefined) return null;
  const total = props.field.current?.form?.elements.namedItem('total');
  const planned = total instanceof HTMLInputElement ? readCount(total.value.trim()) : undefined;
  if (planned === undefined || Number.isNaN(planned))
    return <p class="small quiet">{words.sumAlone(count(sum))}</p>;
  return (
    <p class="small quiet" role="status">
      {words.sum(count(sum), count(planned))}{' '}
      {sum > planned && <span class="tag warm">{words.over}</span>}
    </p>
  );
}
