import { useEvaluation } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { SurveyStateTag } from '../parts/survey-marks.tsx';
import { resultsPath } from '../paths.ts';
import { formalFirst } from '../stops.ts';

/** The evaluation's surveys side by side; the one on screen is marked. */
export function SurveySwitch({ current }: { current: string }) {
  const words = useWords();
  const { id, surveys } = useEvaluation();
  return (
    <nav class="survey-switch" aria-label={words.results.surveys}>
      <ul>
        {formalFirst(surveys).map((survey) => (
          <li key={survey.code}>
            <a
              href={resultsPath(id, survey.code)}
              aria-current={survey.code === current ? 'page' : undefined}
            >
              <b>{words.groups[survey.respondentGroup]}</b>{' '}
              <span>
                <CalculatedNumber value={survey.composite} />
              </span>
              <span class="small">
                n = {count(survey.valid)} <SurveyStateTag survey={survey} />
                {survey.phase === 'pilot' && ` ${words.phases.pilot}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
