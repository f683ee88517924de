import { useRef, useState } from 'preact/hooks';
import { type Cells, compute } from '../../../analysis/scoring/cells.ts';
import { digits, displayNumber } from '../../../analysis/scoring/display-number.ts';
import { computeFaultWords, inNumbers } from '../../../analysis/scoring/expression-words.ts';
import { LONGEST_EXPRESSION, readExpression } from '../../../survey-definitions/expression.ts';
import { isBlankText } from '../../../survey-definitions/unseen.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Field } from './field.tsx';
import { sharedWords } from './words.ts';

/** An expression over base data: typed, or put together of cells from a list; what it comes to, or lacks, stands below as it is typed. */
export function ExpressionField(props: {
  /** None where something else keeps what is typed. */
  name?: string;
  label: string;
  cells: Cells;
  value: string;
  error?: string | undefined;
  required?: boolean;
  /** The unit of the result. */
  unit?: string | null;
  /** Only the result, and not the numbers that it is made of. */
  brief?: boolean;
  onInput?(text: string): void;
}) {
  const { name, label, cells, value, error, required, unit, brief, onInput } = props;
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const shown = onInput ? value : text;
  const told = (typed: string) => {
    setText(typed);
    onInput?.(typed);
  };
  const insert = (cell: string) => {
    const field = input.current;
    if (!field || cell === '') return;
    field.setRangeText(cell, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    // As if it had been typed: whoever keeps drafts hears of it.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  };
  return (
    <div class="expression">
      <Field {...(name ? { name } : {})} label={label} {...(error ? { error } : {})}>
        {(inputProps) => (
          <input
            {...inputProps}
            {...(name ? {} : { form: '-' })}
            ref={input}
            class="input"
            spellcheck={false}
            autocomplete="off"
            data-longest={LONGEST_EXPRESSION}
            required={required}
            {...(onInput ? { value } : { defaultValue: value })}
            onInput={({ currentTarget }) => told(currentTarget.value)}
            // A form that is filled in again says so; what somebody else keeps was told as it was typed.
            {...(onInput ? {} : { onChange: ({ currentTarget }) => setText(currentTarget.value) })}
          />
        )}
      </Field>
      <CellPicker label={label} cells={cells} insert={insert} />
      <Result text={shown} cells={cells} unit={unit ?? null} brief={brief === true} />
    </div>
  );
}

function CellPicker(props: { label: string; cells: Cells; insert(cell: string): void }) {
  const shared = useWords(sharedWords);
  const { label, cells, insert } = props;
  if (cells.byCode.size === 0) return null;
  return (
    <select
      form="-"
      class="input cell-picker small"
      aria-label={shared.expression.insertInto(label)}
      // The form is not what is changed by it.
      onInput={(event) => event.stopPropagation()}
      onChange={(event) => {
        event.stopPropagation();
        insert(event.currentTarget.value);
        event.currentTarget.value = '';
      }}
    >
      <option value="">{shared.expression.insert}</option>
      {[...cells.byCode.values()].map(({ code, name, unit, values }) => (
        <optgroup key={code} label={name}>
          {Object.entries(values).map(([column, value]) => (
            <option key={column} value={`${code}@${column}`}>
              {name} {column} = {value} {unit}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function Result(props: { text: string; cells: Cells; unit: string | null; brief: boolean }) {
  const { language } = useLanguage();
  const { text, cells, unit, brief } = props;
  if (isBlankText(text)) return <p class="small quiet result" role="status" />;
  const { expression, fault } = readExpression(text);
  const computed = expression ? compute(expression, cells) : undefined;
  const wrong = fault?.words ?? (computed?.fault && computeFaultWords(computed.fault));
  if (wrong || !expression || !computed?.value)
    return (
      <p class="small warm result" role="status">
        {wrong?.[language]}
      </p>
    );
  const result = displayNumber(computed.value);
  return (
    <p class="small quiet result" role="status">
      {brief
        ? `${result.decimals === null ? '=' : '≈'} ${digits(result)}`
        : inNumbers(expression, cells)}
      {unit && ` ${unit}`}
    </p>
  );
}
