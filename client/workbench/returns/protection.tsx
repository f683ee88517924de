import type { SurveySummary } from '../api/surveys.ts';
import { useWords } from '../language.tsx';
import { AccessCodes } from './access-codes.tsx';

/** What keeps people from answering a survey more than once, in words that an evaluator can put into the report. */
export function Protection({ survey }: { survey: SurveySummary }) {
  const words = useWords();
  // What was not collected here came by nobody's link.
  if (survey.provenance !== 'collected') return null;
  return (
    <div class="small stack">
      <p>
        <b>{words.protection.ways[survey.access]}</b>{' '}
        <span class="quiet">{words.protection.means[survey.access]}</span>
        {survey.proofOfWork && <span class="quiet"> {words.protection.proofOfWorkMeans}</span>}
      </p>
      {survey.access === 'code' && <AccessCodes survey={survey} />}
    </div>
  );
}
