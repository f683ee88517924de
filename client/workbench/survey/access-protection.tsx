import { useState } from 'preact/hooks';
import { MOST_CODES_AT_ONCE } from '../../../survey-definitions/survey.ts';
import {
  accessCodes,
  type IssuedCode,
  issueAccessCodes,
  type SurveySummary,
} from '../api/surveys.ts';
import { useEvaluation, useMay, useMayChange } from '../current-evaluation.ts';
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
  const seesCodes = useMay('access-codes.read');
  // What was not collected here came by nobody's link.
  if (survey.provenance !== 'collected') return null;
  return (
    <div class="small stack">
      <p>
        <b>{shared.protection.ways[survey.access]}</b>{' '}
        <span class="quiet">{shared.protection.means[survey.access]}</span>
        {survey.proofOfWork && <span class="quiet"> {words.protection.proofOfWorkMeans}</span>}
      </p>
      {survey.access === 'code' && seesCodes && <AccessCodes survey={survey} />}
    </div>
  );
}

/** How many codes of a survey were issued and used, and more of them on demand. */
function AccessCodes({ survey }: { survey: SurveySummary }) {
  const words = useWords(surveyWords);
  const mayIssue = useMayChange('access-codes.issue');
  const loaded = useQuery(accessCodes(survey.code));
  // Kept here, since nobody can show them again, whatever becomes of the form.
  const [issued, setIssued] = useState<IssuedCode[]>();
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
      {mayIssue && survey.answersRemovedAt === null && (
        <IssueForm survey={survey} issued={setIssued} />
      )}
      {issued && <IssuedCodes survey={survey} codes={issued} close={() => setIssued(undefined)} />}
    </>
  );
}

function IssueForm(props: { survey: SurveySummary; issued(codes: IssuedCode[]): void }) {
  const words = useWords(surveyWords);
  const { id } = useEvaluation();
  const { survey } = props;
  const issue = useMutation(async (form: FormData) => {
    const { codes } = await issueAccessCodes(survey.code, countOf(form, 'count') ?? Number.NaN);
    props.issued(codes);
    invalidate(accessCodes(survey.code).queryKey);
  });
  return (
    <details>
      <summary>{words.protection.issue}</summary>
      <Form
        draft={evaluationDrafts(id) + draftKey('issue-codes', survey.code)}
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
  );
}
