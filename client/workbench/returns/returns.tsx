import { useLocation } from 'preact-iso/router';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { stopPath } from '../paths.ts';
import { formalFirst } from '../stops.ts';
import { SurveyReturns } from './survey-returns.tsx';

/** Second stop: what came back of what was planned, survey by survey. */
export function Returns() {
  const words = useWords();
  const { id, surveys } = useEvaluation();
  const { query } = useLocation();
  if (surveys.length === 0) {
    return (
      <div class="empty">
        <h2>{words.returns.none}</h2>
        <p>{words.returns.noneHint}</p>
        <a class="button primary" href={stopPath(id, 'questionnaires')}>
          {words.questionnaires.chooseAction}
        </a>
      </div>
    );
  }
  return (
    <div>
      <h2>{words.returns.title}</h2>
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
