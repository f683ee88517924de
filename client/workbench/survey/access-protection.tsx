import { useState } from 'preact/hooks';
import { MOST_CODES_AT_ONCE } from '../../../survey-definitions/survey.ts';
import {
  accessCodes,
  type IssuedCode,
  issueAccessCodes,
  type SurveySummary,
} from '../api/surveys.ts';
import { useEvaluation, useReadOnly } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { Form } from '../parts/form.tsx';
import { countOf } from '../parts/form-values.ts';
import { COUNT, NumberField } from '../parts/number-field.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { sharedWords } from '../parts/words.ts';
import { IssuedCodes } from './issued-codes.tsx';
import { surveyWords } from './words.ts';

/** What keeps people from answering a survey more than once, in words that an evaluator can put into the report. */
export function AccessProtection({ survey }: { survey: SurveySummary }) {
  const words = useWords(surveyWords);
  const shared = useWords(sharedWords);
  // What was not collected here came by nobody's link.
  if (survey.provenance !== 'collected') return null;
  return (
    <div class="small stack">
      <p>
        <b>{shared.protection.ways[survey.access]}</b>{' '}
        <span class="quiet">{shared.protection.means[survey.access]}</span>
        {survey.proofOfWork && <span class="quiet"> {words.protection.proofOfWorkMeans}</span>}
      </p>
      {survey.access === 'code' && <AccessCodes survey={survey} />}
    </div>
  );
}

/** How many codes of a survey were issued and used, and more of them on demand. */
function AccessCodes({ survey }: { survey: SurveySummary }) {
  const words = useWords(surveyWords);
  const readOnly = useReadOnly();
  const numbers = accessCodes(survey.code);
  const loaded = useQuery(numbers);
  const [issued, setIssued] = useState<IssuedCode[]>();
  const issue = useMutation(async (form: FormData) => {
    const { codes } = await issueAccessCodes(survey.code, countOf(form, 'count') ?? Number.NaN);
    setIssued(codes);
    invalidate(numbers.queryKey);
  });
  return (
    <>
      <QueryResult query={loaded}>
        {({ issued: all, spent }) => (
          <p>
            {words.protection.numbers(count(all), count(spent))}
            {all < survey.plan.total && (
              <span class="quiet"> {words.protection.fewer(count(survey.plan.total))}</span>
            )}
          </p>
        )}
      </QueryResult>
      <details hidden={readOnly || survey.answersRemovedAt !== null}>
        <summary>{words.protection.issue}</summary>
        <Form
          draft={evaluationDrafts(useEvaluation().id) + draftKey('issue-codes', survey.code)}
          submit={issue.mutate}
          problem={issue.problem}
          actions={() => (
            <button type="submit" class="button" aria-disabled={issue.isPending}>
              {words.protection.issue}
            </button>
          )}
        >
          <NumberField
            {...COUNT}
            label={words.protection.count}
            hint={words.protection.issueHint}
            name="count"
            min={1}
            max={MOST_CODES_AT_ONCE}
            required
          />
        </Form>
      </details>
      {issued && <IssuedCodes survey={survey} codes={issued} close={() => setIssued(undefined)} />}
    </>
  );
}
