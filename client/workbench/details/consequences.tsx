import { useEvaluation } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { questionnairePath } from '../paths.ts';
import { detailsWords } from './words.ts';

/** What changes together with department, place and year, survey by survey, and what does not. */
export function Consequences() {
  const words = useWords(detailsWords);
  const { id, surveys } = useEvaluation();
  return (
    <div class="notice consequences">
      <p>
        {surveys.length === 0
          ? words.changesName
          : words.changesTexts(surveys.length, count(surveys.length))}
      </p>
      {surveys.length > 0 && (
        <ul>
          {surveys.map((survey) => (
            <li key={survey.code}>
              <a href={questionnairePath(id, survey.questionnaire)}>{survey.title}</a>{' '}
              <span class="quiet">{survey.code}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{words.staysSame}</p>
    </div>
  );
}
