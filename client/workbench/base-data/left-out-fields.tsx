import { LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import { foldNumber } from '../../../survey-definitions/typed-text.ts';
import { isBlankText } from '../../../survey-definitions/unseen.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import type { LeftOut } from './sheet.ts';
import type { LineProps } from './sheet-line.tsx';
import { baseDataWords } from './words.ts';

/** What each value of a line leaves out (剔除), where it is known, and why. */
export function LeftOutFields({ line, place, columns, type, paths, faultAt }: LineProps) {
  const words = useWords(baseDataWords);
  const say = (column: number, part: Partial<LeftOut>) => {
    const before = line.excluded[column] ?? { amount: '', reason: '' };
    type({ ...line, excluded: line.excluded.with(column, { ...before, ...part }) });
  };
  const given = columns.flatMap((name, column) => {
    const { amount = '', reason = '' } = line.excluded[column] ?? {};
    const isThere = ![line.values[column] ?? '', amount, reason].every(isBlankText);
    return isThere ? [{ name, column, amount, reason }] : [];
  });
  if (given.length === 0) return <p class="small quiet">{words.nothingToLeaveOut}</p>;
  return (
    <div class="stack">
      <p class="small quiet">{words.leftOutHint}</p>
      {given.map(({ name, column, amount, reason }) => {
        const wrong = (...part: string[]) => faultAt(paths.line(place, 'excluded', name, ...part));
        const [amountFault, reasonFault] = [wrong('amount'), wrong('reason') ?? wrong()];
        return (
          <div class="left-out-pair" key={column}>
            <Field label={words.amountOf(name)} {...(amountFault ? { error: amountFault } : {})}>
              {(inputProps) => (
                <input
                  {...inputProps}
                  form="-"
                  class="input number"
                  inputMode="decimal"
                  autocomplete="off"
                  value={amount}
                  onInput={({ currentTarget }) => say(column, { amount: currentTarget.value })}
                  onBlur={({ currentTarget }) =>
                    say(column, { amount: foldNumber(currentTarget.value) })
                  }
                />
              )}
            </Field>
            <Field label={words.reasonOf(name)} {...(reasonFault ? { error: reasonFault } : {})}>
              {(inputProps) => (
                <input
                  {...inputProps}
                  form="-"
                  class="input"
                  maxLength={LONGEST_REASON}
                  value={reason}
                  onInput={({ currentTarget }) => say(column, { reason: currentTarget.value })}
                />
              )}
            </Field>
          </div>
        );
      })}
    </div>
  );
}
