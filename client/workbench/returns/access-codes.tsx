import { useState } from 'preact/hooks';
import { MOST_CODES_AT_ONCE } from '../../../survey-definitions/survey.ts';
import { accessCodes, type IssuedCode, issueAccessCodes, type SurveySummary } from '../api.ts';
import { count } from '../format.ts';
import { renew, useAction, useLoaded } from '../known.ts';
import { useWords } from '../language.tsx';
import { Failed } from '../parts/failed.tsx';
import { Field } from '../parts/field.tsx';
import { Shown } from '../parts/shown.tsx';
import { IssuedCodes } from './issued-codes.tsx';

/** How many codes of a survey were issued and used, and more of them on demand. */
export function AccessCodes({ survey }: { survey: SurveySummary }) {
  const words = useWords();
  const numbers = accessCodes(survey.code);
  const loaded = useLoaded(numbers);
  const [issued, setIssued] = useState<IssuedCode[]>();
  const issue = useAction(async (form: FormData) => {
    const { codes } = await issueAccessCodes(survey.code, Number(form.get('count')));
    setIssued(codes);
    renew(numbers.key);
  });
  return (
    <>
      <Shown of={loaded}>
        {({ issued: all, spent }) => (
          <p>
            {words.protection.numbers(count(all), count(spent))}
            {all < survey.plan.total && (
              <span class="quiet"> {words.protection.fewer(count(survey.plan.total))}</span>
            )}
          </p>
        )}
      </Shown>
      <details>
        <summary>{words.protection.issue}</summary>
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void issue.run(new FormData(event.currentTarget));
          }}
        >
          <Field label={words.protection.count} hint={words.protection.issueHint}>
            {(described) => (
              <input
                {...described}
                class="input number"
                name="count"
                type="number"
                min={1}
                max={MOST_CODES_AT_ONCE}
                step={1}
                inputMode="numeric"
                required
              />
            )}
          </Field>
          {issue.problem && <Failed problem={issue.problem} />}
          <div class="actions">
            <button type="submit" class="button" aria-disabled={issue.busy}>
              {words.protection.issue}
            </button>
          </div>
        </form>
      </details>
      {issued && <IssuedCodes survey={survey} codes={issued} close={() => setIssued(undefined)} />}
    </>
  );
}
