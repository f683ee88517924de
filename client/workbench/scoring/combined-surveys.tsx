import { compare, exact, multiply, sum } from '../../../survey-definitions/fraction.ts';
import type { CombineWay } from '../../../survey-definitions/survey.ts';
import type { Source } from '../api/scoring.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { sharedWords } from '../parts/words.ts';
import { resultsPath } from '../paths.ts';
import { scoringWords } from './words.ts';

/** What several surveys say by themselves, each with the way to its results, and how the number was made of them. */
export function CombinedSurveys({ source, combine }: { source: Source; combine: CombineWay }) {
  const words = useWords(scoringWords);
  const { value, surveys } = source;
  return (
    <div class="combined-surveys small">
      <p class="quiet">{words.combine[combine](surveys.length)}</p>
      <ul>
        {surveys.map((part, index) => (
          <li key={part.code}>
            <Part part={part} item={source.item} sign={combine === 'weighted' && index > 0} />
          </li>
        ))}
      </ul>
      {combine === 'weighted' && value && (
        <p>
          {endsThere(surveys, value.display) ? '=' : '≈'} <b>{value.display}</b>
        </p>
      )}
    </div>
  );
}

type SurveyPart = Source['surveys'][number];

function Part(props: { part: SurveyPart; item: string | undefined; sign: boolean }) {
  const shared = useWords(sharedWords);
  const evaluation = useEvaluation();
  const { part, item, sign } = props;
  const title = evaluation.surveys.find(({ code }) => code === part.code)?.title;
  return (
    <>
      <span class="combined-term">
        {sign && '+ '}
        {part.weight !== null && `${part.weight} × `}
        <CalculatedNumber value={part.value} whenNone={shared.none.answers} />{' '}
        {part.base !== null && <span class="quiet">{base(part.base)}</span>}
      </span>{' '}
      <a href={resultsPath(evaluation.id, part.code, item)}>
        {part.code} {title}
      </a>
    </>
  );
}

/** Whether the sum as it is written comes to the number as it is shown, to the last digit. */
function endsThere(surveys: readonly SurveyPart[], shown: string): boolean {
  const terms = surveys.flatMap(({ weight, value }) =>
    weight === null || value === null ? [] : [multiply(exact(weight), exact(value.display))],
  );
  return compare(sum(terms), exact(shown)) === 0;
}
