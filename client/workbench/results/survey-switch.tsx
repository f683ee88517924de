import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { base } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { SurveyStateTag } from '../parts/survey-marks.tsx';
import { sharedWords } from '../parts/words.ts';
import { resultsPath } from '../paths.ts';
import { formalFirst } from '../stops.ts';
import { tradeTerms } from '../terms.ts';
import { resultsWords } from './words.ts';

/** The evaluation's surveys side by side; the one on screen is marked. */
export function SurveySwitch({ current }: { current: string }) {
  const words = useWords(resultsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { id, surveys } = useEvaluation();
  const isOneOfSeveral = ({ respondentGroup: group }: SurveySummary) =>
    surveys.filter((one) => one.respondentGroup === group).length > 1;
  return (
    <nav class="survey-switch" aria-label={words.surveys}>
      <ul>
        {formalFirst(surveys).map((survey) => (
          <li key={survey.code}>
            <a
              href={resultsPath(id, survey.code)}
              aria-current={survey.code === current ? 'page' : undefined}
            >
              <b>{groupLabel(terms, survey)}</b>{' '}
              {isOneOfSeveral(survey) && <span class="small">{survey.code}</span>}{' '}
              <span>
                <CalculatedNumber value={survey.composite} whenNone={shared.none.composite} />
              </span>
              <span class="small">
                {base(survey.compositeBase ?? 0)} <SurveyStateTag survey={survey} />
                {survey.phase === 'pilot' && ` ${terms.phases.pilot}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
