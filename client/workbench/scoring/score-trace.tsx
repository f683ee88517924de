import type { ComponentChildren } from 'preact';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { Score } from './score.tsx';
import { SourceLink } from './source-link.tsx';

/** A score followed back: the score, a person's override, the rule's score and why, the figure, the rule itself. */
export function ScoreTrace({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords();
  const { override, source, score, weight } = indicator;
  return (
    <ol class="score-trace">
      <Step name={words.terms.score}>
        <b>
          <Score value={score} />
        </b>
        <span class="quiet"> / {weight.display}</span>
      </Step>
      {override && (
        <Step name={words.terms.override}>
          <b>{score?.display}</b> {override.reason}
        </Step>
      )}
      <Step name={words.terms.ruleScore}>
        <b>
          <Score value={indicator.ruleScore} />
        </b>{' '}
        {indicator.because ?? indicator.missing}
      </Step>
      {source && (
        <Step name={words.terms.figure}>
          <SourceLink source={source} />
        </Step>
      )}
      <Step name={words.terms.scoringRule}>
        {indicator.ruleText}
        {indicator.reading && (
          <span class="small quiet by">
            {words.scoring.reading} {indicator.reading}
          </span>
        )}
      </Step>
      {indicator.note && (
        <Step name={words.scoring.note}>
          <p class="note">{indicator.note}</p>
        </Step>
      )}
    </ol>
  );
}

function Step({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <li>
      <span class="small quiet score-trace-name">{name}</span>
      <div>{children}</div>
    </li>
  );
}
