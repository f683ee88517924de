import type { ComponentChildren } from 'preact';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';
import { ComputedTrace } from './computed-trace.tsx';
import { Score } from './score.tsx';
import { SourceLink } from './source-link.tsx';
import { scoringWords } from './words.ts';

/** A score followed back: the score, a person's override, the rule's score and why, the figure, the rule itself. */
export function ScoreTrace({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords(scoringWords);
  const terms = useWords(tradeTerms);
  const { override, source, score, weight } = indicator;
  return (
    <ol class="score-trace">
      <Step name={terms.score}>
        <b>
          <Score value={score} />
        </b>
        <span class="quiet"> / {weight.display}</span>
      </Step>
      {override && (
        <Step name={terms.override}>
          <b>{score?.display}</b> {override.reason}
        </Step>
      )}
      <Step name={terms.ruleScore}>
        <b>
          <Score value={indicator.ruleScore} />
        </b>{' '}
        {indicator.because ?? indicator.missing}
      </Step>
      {indicator.computed.map((computed) => (
        <Step key={computed.input.join(' ')} name={terms.baseData}>
          <ComputedTrace computed={computed} />
        </Step>
      ))}
      {source && (
        <Step name={terms.figure}>
          <SourceLink source={source} missing={indicator.missing} />
        </Step>
      )}
      <Step name={terms.scoringRule}>
        {indicator.ruleText}
        {indicator.explanation && (
          <span class="small quiet by">
            {words.explanation} {indicator.explanation}
          </span>
        )}
        {indicator.reading && (
          <span class="small quiet by">
            {words.reading} {indicator.reading}
          </span>
        )}
      </Step>
      {indicator.note && (
        <Step name={words.note}>
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
