import { useEffect, useRef } from 'preact/hooks';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { count } from '../format.ts';
import { useLanguage, useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { sharedWords } from '../parts/words.ts';
import { resultsPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { judgementInWords } from './editors/editors.ts';
import { indicatorDrafts } from './entry-draft.ts';
import { IndicatorDetail } from './indicator-detail.tsx';
import { CompactScore, Score } from './score.tsx';
import { scoringWords } from './words.ts';

/** An indicator's line; it opens to how its score came about and to what can be entered. */
export function IndicatorRow(props: {
  indicator: ScoredIndicator;
  open: boolean;
  isTarget: boolean;
  toggle(): void;
}) {
  const words = useWords(scoringWords);
  const { indicator, open, isTarget, toggle } = props;
  const row = useRef<HTMLTableRowElement>(null);
  const { code, name, override } = indicator;
  const detail = `indicator-${code}`;
  const shared = useWords(sharedWords);
  const unsaved = useUnsaved(indicatorDrafts(useEvaluation().id, code)) > 0;
  useEffect(() => {
    if (!isTarget) return;
    row.current?.scrollIntoView({ block: 'start' });
    row.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [isTarget]);
  return (
    <>
      <tr ref={row} class={open ? 'indicator open' : 'indicator'}>
        <th scope="row">
          <button
            type="button"
            class="disclosure"
            aria-expanded={open}
            aria-controls={detail}
            onClick={toggle}
          >
            <span class="code">{code}</span> <span class="indicator-name">{name}</span>
          </button>
          {unsaved && <span class="tag unsaved">{shared.drafts.unsaved}</span>}
          <CompactScore score={indicator.score} weight={indicator.weight} />
        </th>
        <td class="rule-column">
          <span class="rule-text small">{indicator.ruleText}</span>
          <ScoreReason indicator={indicator} />
        </td>
        <td class="n">{indicator.weight.display}</td>
        <td class="n">{indicator.target}</td>
        <td class="n">
          <ActualValue indicator={indicator} />
        </td>
        <td class={override ? 'n quiet' : 'n'}>
          <Score value={indicator.ruleScore} />
        </td>
        <td class="n">{override && <span class="overridden">{indicator.score?.display}</span>}</td>
        <td class="n score">
          <Score value={indicator.score} />
        </td>
        <td class="n">
          <Score
            value={indicator.rate}
            {...(indicator.score !== null && { whenNone: words.noWeight })}
          />
        </td>
      </tr>
      {open && (
        <tr class="indicator-detail" id={detail}>
          <td colSpan={9}>
            <IndicatorDetail indicator={indicator} />
          </td>
        </tr>
      )}
    </>
  );
}

/** One line on how the rule came to its score, or what it still lacks. */
export function ScoreReason({ indicator }: { indicator: ScoredIndicator }) {
  const { missing, pending } = indicator;
  if (missing) return <span class={pending ? 'tag because' : 'tag warm because'}>{missing}</span>;
  return <span class="because small">{indicator.because}</span>;
}

/** The actual value; where a survey gives it, the way to its results, with its base. */
function ActualValue({ indicator }: { indicator: ScoredIndicator }) {
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { language } = useLanguage();
  const { id } = useEvaluation();
  const { actual, source } = indicator;
  if (!source?.survey) return <>{actual ?? judgementInWords(indicator, language)}</>;
  return (
    <a class="from-survey" href={resultsPath(id, source.survey, source.item)}>
      {actual ?? (
        <CalculatedNumber
          value={source.value}
          whenNone={indicator.missing ?? shared.none.answers}
        />
      )}
      <span class="small">
        {terms.groups[source.group]}
        {source.base !== null && ` n = ${count(source.base)}`}
      </span>
    </a>
  );
}
