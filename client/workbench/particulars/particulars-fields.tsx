import type { Particulars } from '../../../survey-definitions/particulars.ts';
import { LONGEST_NAME, LONGEST_PARTICULAR } from '../../../survey-definitions/survey.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { tradeTerms } from '../terms.ts';
import { TEXTS } from './read-particulars.ts';
import { TeamFields } from './team-fields.tsx';
import { particularsWords } from './words.ts';

const LONG: readonly string[] = ['scope', 'methods'];
/** What the form page says of who asks. */
const READ: readonly string[] = ['commissioner', 'evaluator'];

/** Who commissions, who evaluates, whom to call, and what the report says of itself. */
export function ParticularsFields({ values, draft }: { values: Particulars; draft: string }) {
  const words = useWords(particularsWords);
  const terms = useWords(tradeTerms).particulars;
  const hintOf = (name: (typeof TEXTS)[number]) => {
    if (name === 'contact') return words.contactHint;
    if (name === 'baseDate') return words.baseDateHint;
    return READ.includes(name) ? words.read : undefined;
  };
  return (
    <>
      {TEXTS.map((name) => {
        const hint = hintOf(name);
        return (
          <Field key={name} name={name} label={terms.names[name]} {...(hint ? { hint } : {})}>
            {(inputProps) =>
              LONG.includes(name) ? (
                <textarea
                  {...inputProps}
                  class="input"
                  data-longest={LONGEST_PARTICULAR}
                  defaultValue={values[name] ?? ''}
                />
              ) : (
                <input
                  {...inputProps}
                  class="input"
                  autocomplete="off"
                  data-longest={name === 'contact' ? 2 * LONGEST_NAME : LONGEST_NAME}
                  defaultValue={values[name] ?? ''}
                />
              )
            }
          </Field>
        );
      })}
      <TeamFields key={JSON.stringify(values.team ?? [])} team={values.team ?? []} draft={draft} />
    </>
  );
}
