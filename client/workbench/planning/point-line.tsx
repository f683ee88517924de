import { useId } from 'preact/hooks';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { useFault } from '../parts/form-faults.ts';
import { type PointRow, type PointRules, pointField } from './points.ts';
import { planningWords } from './words.ts';

/** One collection point as it is filled in; Enter begins the next, a pasted list makes lines of its own. */
export function PointLine(props: {
  place: number;
  row: PointRow;
  /** As it is stored; none where it is new. */
  stored: PointRow | undefined;
  rules: PointRules;
  change(part: Partial<PointRow>): void;
  addBelow(): void;
  /** False where the text is for the field itself. */
  paste(text: string): boolean;
  remove(): void;
}) {
  const words = useWords(planningWords).points;
  const { place, row, stored, rules, change } = props;
  const received = (stored && rules.received?.(row.id)) ?? 0;
  const stays = stored !== undefined && (received > 0 || rules.stays?.(row.id) === true);
  const inLinks = stored !== undefined && rules.opened === true;
  const input = (part: 'id' | 'name' | 'plan', readonly: boolean) => (
    <LineInput
      part={part}
      place={place}
      value={row[part]}
      readonly={readonly}
      change={(value) => change({ [part]: value })}
      addBelow={rules.onlyPlan ? undefined : props.addBelow}
      paste={part === 'name' && !rules.onlyPlan ? props.paste : undefined}
    />
  );
  return (
    <li class="point-line">
      {input('id', inLinks || rules.onlyPlan === true)}
      {input('name', rules.onlyPlan === true)}
      {input('plan', false)}
      <span class="point-actions small">
        {inLinks && !rules.onlyPlan && (
          <label class="choice">
            <input
              type="checkbox"
              form="-"
              checked={row.closed}
              aria-label={words.closeOf(place + 1, row.name)}
              // Before the form hears of it and draws what stood here until now.
              onInput={({ currentTarget }) => change({ closed: currentTarget.checked })}
            />
            {words.close}
          </label>
        )}
        {received > 0 && <span class="quiet nowrap">{words.received(count(received))}</span>}
        {!stays && !rules.onlyPlan && (
          <button
            type="button"
            class="link-button"
            aria-label={words.removeOf(place + 1, row.name)}
            onClick={props.remove}
          >
            {words.remove}
          </button>
        )}
      </span>
      {row.closed && stored?.closed === false && (
        <p class="small point-closing">{words.closing(count(received))}</p>
      )}
    </li>
  );
}

function LineInput(props: {
  part: 'id' | 'name' | 'plan';
  place: number;
  value: string;
  readonly: boolean;
  change(value: string): void;
  addBelow: (() => void) | undefined;
  paste: ((text: string) => boolean) | undefined;
}) {
  const words = useWords(planningWords).points;
  const { part, place, value, readonly, change, addBelow } = props;
  const field = pointField(place, part);
  const fault = useFault(field);
  const error = useId();
  return (
    <label class={`point-part ${part}`}>
      <span class="small quiet point-label">{words[part]}</span>
      <input
        class={part === 'plan' ? 'input number' : 'input'}
        // Of no form: the field that holds all points is.
        form="-"
        data-field={field}
        aria-label={words.of(words[part], place + 1)}
        autocomplete="off"
        value={value}
        readOnly={readonly}
        {...(part === 'plan' ? { inputMode: 'numeric' as const } : {})}
        {...(fault ? { 'aria-invalid': true, 'aria-describedby': error } : {})}
        onInput={({ currentTarget }) => change(currentTarget.value.replaceAll('\t', ' '))}
        onKeyDown={(event) => {
          // Enter also ends a word of an input method.
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          addBelow?.();
        }}
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (props.paste?.(text)) event.preventDefault();
        }}
      />
      {fault && (
        <span class="error small" id={error}>
          {fault}
        </span>
      )}
    </label>
  );
}
