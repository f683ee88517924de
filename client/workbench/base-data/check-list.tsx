import { failingChecks } from '../../../analysis/scoring/cell-checks.ts';
import type { Cells } from '../../../analysis/scoring/cells.ts';
import { digits, displayNumber } from '../../../analysis/scoring/display-number.ts';
import { MOST_CHECKS } from '../../../survey-definitions/cells.ts';
import type { Fraction } from '../../../survey-definitions/fraction.ts';
import { LONGEST_NAME } from '../../../survey-definitions/survey.ts';
import { isBlankText } from '../../../survey-definitions/unseen.ts';
import { useLanguage, useWords } from '../language.tsx';
import { ExpressionField } from '../parts/expression-field.tsx';
import { Field } from '../parts/field.tsx';
import type { CheckLine } from './sheet.ts';
import type { SheetProps } from './sheet-line.tsx';
import { baseDataWords } from './words.ts';

/** The checks that must hold between cells, each with its state as it is typed. */
export function CheckList({ sheet, change, cells, paths, faultAt }: SheetProps & { cells: Cells }) {
  const words = useWords(baseDataWords);
  const { checks } = sheet;
  const whole = checks.filter(isWhole);
  const failing = failingChecks(whole, cells).length;
  const type = (place: number, check: CheckLine) =>
    change({ ...sheet, checks: checks.with(place, check) });
  return (
    <section class="stack sheet-checks" aria-label={words.checks}>
      <h3 id="checks">{words.checks}</h3>
      <p class="small quiet reading">{words.checksWhat}</p>
      {whole.length > 0 && (
        <p class={failing > 0 ? 'small warm' : 'small quiet'} role="status">
          {failing > 0 ? words.failing(failing) : words.allHold(whole.length)}
        </p>
      )}
      {checks.map((check, place) => (
        <fieldset class="fields sheet-check" key={place}>
          <legend>{words.checkOf(place + 1)}</legend>
          <div class="pair">
            <Name
              value={check.name}
              fault={faultAt(paths.check(place, 'name'))}
              type={(name) => type(place, { ...check, name })}
            />
            {(['left', 'right'] as const).map((side) => (
              <ExpressionField
                key={side}
                label={words[side]}
                cells={cells}
                value={check[side]}
                error={faultAt(paths.check(place, side))}
                onInput={(text) => type(place, { ...check, [side]: text })}
              />
            ))}
          </div>
          <p class="row">
            <CheckState check={check} cells={cells} />
            <button
              type="button"
              class="link-button small"
              aria-label={words.removeCheck(place + 1)}
              onClick={() => change({ ...sheet, checks: checks.toSpliced(place, 1) })}
            >
              {words.remove}
            </button>
          </p>
        </fieldset>
      ))}
      {checks.length < MOST_CHECKS && (
        <button
          type="button"
          class="button"
          onClick={() =>
            change({ ...sheet, checks: [...checks, { name: '', left: '', right: '' }] })
          }
        >
          {words.addCheck}
        </button>
      )}
    </section>
  );
}

const isWhole = ({ left, right }: CheckLine) => !isBlankText(left) && !isBlankText(right);

function Name(props: { value: string; fault: string | undefined; type(name: string): void }) {
  const words = useWords(baseDataWords);
  const { value, fault, type } = props;
  return (
    <Field label={words.checkName} {...(fault ? { error: fault } : {})}>
      {(inputProps) => (
        <input
          {...inputProps}
          form="-"
          class="input"
          maxLength={LONGEST_NAME}
          value={value}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Whether a check holds, or by how much it does not. */
export function CheckState({ check, cells }: { check: CheckLine; cells: Cells }) {
  const words = useWords(baseDataWords);
  const { language } = useLanguage();
  if (!isWhole(check)) return null;
  const [failing] = failingChecks([check], cells);
  if (!failing) return <span class="small check-holds">{words.holds}</span>;
  const { left, right, difference, because } = failing;
  const shown = (number: Fraction) => digits(displayNumber(number, ({ n }) => n !== 0n));
  return (
    <span class="small warm">
      {because || !left || !right || !difference
        ? words.notComputed(because?.[language] ?? '')
        : words.differs(shown(left), shown(right), shown(difference))}
    </span>
  );
}
