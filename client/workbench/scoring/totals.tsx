import type { Calculated } from '../api/evaluations.ts';
import type { Scoring } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { Grade } from '../parts/grade.tsx';
import { tradeTerms } from '../terms.ts';
import { Score } from './score.tsx';
import { scoringWords } from './words.ts';

/** The total with its grade, beside it the total by rules alone, and what stands between the two. */
export function Totals({ scoring }: { scoring: Scoring }) {
  const words = useWords(scoringWords);
  const terms = useWords(tradeTerms);
  const { byRules, indicatorSystem } = scoring;
  const overridden = scoring.indicators.filter((indicator) => indicator.override).length;
  const missing = scoring.indicators.filter((indicator) => indicator.score === null).length;
  return (
    <div class="totals">
      <Total
        name={terms.total}
        total={scoring.total}
        grade={scoring.grade}
        system={indicatorSystem}
        main
      />
      <Total
        name={words.byRules}
        total={byRules.total}
        grade={byRules.grade}
        system={indicatorSystem}
      />
      <p class="small quiet totals-between reading">
        {missing > 0
          ? words.missingSome(missing)
          : overridden > 0
            ? words.overriddenSome(overridden)
            : words.nothingOverridden}
      </p>
      <ul class="level-scores">
        {scoring.level1.map((level) => (
          <li key={level.code}>
            <a href={`#level-${level.code}`}>
              {level.code} {level.name}
            </a>
            <span class="level-score">
              <Score value={level.score} />
              <span class="quiet"> / {level.weight.display}</span>
            </span>
            <span class="level-bar" aria-hidden="true">
              <i style={{ inlineSize: `${level.rate?.value ?? 0}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Total(props: {
  name: string;
  total: Calculated;
  grade: string | null;
  system: Scoring['indicatorSystem'];
  main?: boolean;
}) {
  const words = useWords(scoringWords);
  const { name, total, grade, system, main } = props;
  return (
    <div class={main ? 'total main' : 'total'}>
      <p class="small quiet">{name}</p>
      <p class="total-value" {...(main ? { 'aria-live': 'polite' } : {})}>
        <b>
          <Score value={total} />
        </b>{' '}
        {grade ? <Grade grade={grade} system={system} /> : <span class="tag">{words.noGrade}</span>}
      </p>
    </div>
  );
}
