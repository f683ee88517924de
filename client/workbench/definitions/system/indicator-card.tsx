import type { Indicator } from '../../../../survey-definitions/indicator-system.ts';
import { askOf } from '../../../../survey-definitions/survey-asks.ts';
import { useWords } from '../../language.tsx';
import { useAskInWords } from '../../parts/asks.tsx';
import { tradeTerms } from '../../terms.ts';
import { useTexts } from '../questionnaire/texts.tsx';
import { ruleInWords } from './rule-in-words.ts';
import { systemWords } from './words.ts';

/** One indicator: what it weighs and aims at, what was published about it, and what the software makes of that. */
export function IndicatorCard({ indicator }: { indicator: Indicator }) {
  const words = useWords(systemWords);
  const terms = useWords(tradeTerms);
  const askInWords = useAskInWords();
  const { said, shown } = useTexts();
  const { code, name, weight, target, ruleText, explanation, reading, rule } = indicator;
  const { lead, lines } = ruleInWords(rule, words, said);
  const ask = askOf(rule);
  return (
    <li class="indicator-card" id={`indicator-${code}`}>
      <h4 class="level-head">
        <span>
          {code} {shown(name)}
        </span>
        <span class="quiet">{words.points(String(weight))}</span>
      </h4>
      <dl class="small">
        <dt>{terms.target}</dt>
        <dd>{shown(target)}</dd>
        {explanation !== undefined && (
          <>
            <dt>{words.explanation}</dt>
            <dd>{shown(explanation)}</dd>
          </>
        )}
        <dt>{terms.scoringRule}</dt>
        <dd>{shown(ruleText)}</dd>
        {reading !== undefined && (
          <>
            <dt>{words.reading}</dt>
            <dd>{shown(reading)}</dd>
          </>
        )}
        <dt>{words.asRule}</dt>
        <dd>
          {lead}
          {lines.length > 0 && (
            <ul class="dashes">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </dd>
        {ask && (
          <>
            <dt>{words.survey}</dt>
            <dd>{askInWords(ask)}</dd>
          </>
        )}
      </dl>
    </li>
  );
}
