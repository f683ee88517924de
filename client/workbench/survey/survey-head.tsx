import type { Survey } from '../api/surveys.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { Period, SurveyStateTag } from '../parts/survey-marks.tsx';
import { questionnairePath, responsesPath, resultsPath, stopPath, textsPath } from '../paths.ts';
import { WallLink } from '../progress/wall-link.tsx';
import { tradeTerms } from '../terms.ts';
import { SurveyActions } from './survey-actions.tsx';
import { surveyWords } from './words.ts';

/** Which survey it is, how it stands, and what can be done with it. */
export function SurveyHead({ survey }: { survey: Survey }) {
  const words = useWords(surveyWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const seesResults = useMay('results.read');
  const seesProgress = useMay('progress.read');
  const readsResponses = useMay('responses.read');
  return (
    <header class="survey-head">
      <p class="small row screen-only">
        <a href={stopPath(id, 'returns')}>{words.allSurveys}</a>
      </p>
      <div class="row spread">
        <div class="survey-name">
          <h2 id={`survey-${survey.code}`}>
            {groupLabel(terms, survey)} <span class="small quiet">{survey.code}</span>
          </h2>
          <p class="small">
            <a href={questionnairePath(id, survey.questionnaire)}>{survey.title}</a>
          </p>
          <p class="row small">
            <SurveyStateTag survey={survey} />
            {survey.phase === 'pilot' && <span class="tag">{terms.phases.pilot}</span>}
            {survey.provenance !== 'collected' && (
              <span class="tag">{terms.provenances[survey.provenance]}</span>
            )}
            <Period survey={survey} />
          </p>
        </div>
        <p class="row small screen-only">
          {seesResults && <a href={resultsPath(id, survey.code)}>{words.toResults}</a>}
          {readsResponses && survey.answersRemovedAt === null && (
            <>
              <a href={responsesPath(id, survey.code, {})}>{words.toResponses}</a>
              <a href={textsPath(id, survey.code)}>{words.toTexts}</a>
            </>
          )}
          {seesProgress && survey.state === 'open' && <WallLink survey={survey.code} />}
        </p>
      </div>
      <SurveyActions survey={survey} />
    </header>
  );
}
