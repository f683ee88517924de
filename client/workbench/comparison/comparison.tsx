import { useRoute } from 'preact-iso/router';
import { comparison, comparisonFromRows } from '../api/comparison.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { ProvenanceNotice } from '../parts/survey-marks.tsx';
import { resultsPath } from '../paths.ts';
import { RemovedNotice } from '../retention/removed-notice.tsx';
import { FlagTable } from './flag-table.tsx';
import { NonresponseTable } from './nonresponse-table.tsx';
import { SplitTable } from './split-table.tsx';
import { comparisonWords } from './words.ts';

/** What a survey comes to by other choices of its responses, beside the number that counts. */
export function Comparison() {
  const words = useWords(comparisonWords);
  const { params } = useRoute();
  const { id, surveys } = useEvaluation();
  const survey = surveys.find((one) => one.code === params['code']);
  if (!survey) return <NotFound />;
  return (
    <div class="stack results-compared">
      <p class="small">
        <a href={resultsPath(id, survey.code)}>{words.back}</a> · {survey.title}
      </p>
      <h2>{words.title}</h2>
      <p class="quiet lead">{words.lead}</p>
      <ProvenanceNotice survey={survey} />
      <RemovedNotice survey={survey} />
      <Compared key={survey.code} survey={survey} />
    </div>
  );
}

/** First what counts know, at once; the rest takes the place of it when it is there. */
function Compared({ survey }: { survey: SurveySummary }) {
  const counted = useQuery(comparison(survey.code));
  const read = useQuery(comparisonFromRows(survey.code));
  return (
    <QueryResult query={read.status === 'success' ? read : counted}>
      {(data) => (
        <>
          <SplitTable data={data} isComputing={read.status === 'pending'} />
          {read.status === 'error' && <ProblemNotice problem={read.problem} retry={read.retry} />}
          <NonresponseTable items={data.items} />
          <FlagTable survey={survey.code} flags={data.flags} />
        </>
      )}
    </QueryResult>
  );
}
