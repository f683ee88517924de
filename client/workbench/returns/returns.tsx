import { useLocation } from 'preact-iso/router';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { MissingSurveys } from '../missing-surveys.tsx';
import { sharedWords } from '../parts/words.ts';
import { stopPath } from '../paths.ts';
import { formalFirst } from '../stops.ts';
import { CombineSurveys } from './combine-surveys.tsx';
import { SurveyReturns } from './survey-returns.tsx';
import { returnsWords } from './words.ts';

/** Second stop: what came back of what was planned, survey by survey. */
export function Returns() {
  const words = useWords(returnsWords);
  const shared = useWords(sharedWords);
  const { id, surveys } = useEvaluation();
  const { query } = useLocation();
  if (surveys.length === 0) {
    return (
      <div class="empty">
        <h2>{words.none}</h2>
        <p>{words.noneHint}</p>
        <MissingSurveys />
        <a class="button primary" href={stopPath(id, 'questionnaires')}>
          {shared.questionnaires.chooseAction}
        </a>
      </div>
    );
  }
  return (
    <div>
      <h2>{words.title}</h2>
      <MissingSurveys leadsOn />
      <CombineSurveys />
      {formalFirst(surveys).map((survey) => (
        <SurveyReturns
          key={survey.code}
          survey={survey}
          isTarget={query['survey'] === survey.code}
        />
      ))}
    </div>
  );
}
