import { MOST_COLUMNS } from '../../../survey-definitions/cells.ts';
import { LONGEST_COLUMN } from '../../../survey-definitions/expression.ts';
import { foldTyped } from '../../../survey-definitions/typed-text.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { type columnFaults, type Sheet, withColumn, withoutColumn } from './sheet.ts';
import { baseDataWords } from './words.ts';

/** The names of the columns: years, or what the report heads its amounts with. */
export function ColumnFields(props: {
  sheet: Sheet;
  change(next: Sheet): void;
  faults: ReturnType<typeof columnFaults>;
}) {
  const words = useWords(baseDataWords);
  const { sheet, change, faults } = props;
  const { columns } = sheet;
  const rename = (place: number, name: string) =>
    change({ ...sheet, columns: columns.with(place, name) });
  return (
    <fieldset class="fields sheet-columns">
      <legend>{words.columns}</legend>
      <div class="row">
        {columns.map((column, place) => {
          const fault = faults.get(place);
          return (
            <div class="sheet-column" key={place}>
              <Field
                label={words.column(place + 1)}
                {...(fault ? { error: words.columnFaults[fault] } : {})}
              >
                {(inputProps) => (
                  <input
                    {...inputProps}
                    form="-"
                    class="input"
                    autocomplete="off"
                    maxLength={2 * LONGEST_COLUMN}
                    value={column}
                    onInput={({ currentTarget }) => rename(place, currentTarget.value)}
                    onBlur={({ currentTarget }) => rename(place, foldTyped(currentTarget.value))}
                  />
                )}
              </Field>
              {columns.length > 1 && (
                <button
                  type="button"
                  class="link-button small"
                  aria-label={words.removeColumn(column || words.column(place + 1))}
                  onClick={() => change(withoutColumn(sheet, place))}
                >
                  {words.remove}
                </button>
              )}
            </div>
          );
        })}
        {columns.length < MOST_COLUMNS && (
          <button type="button" class="button" onClick={() => change(withColumn(sheet, ''))}>
            {words.addColumn}
          </button>
        )}
      </div>
    </fieldset>
  );
}
