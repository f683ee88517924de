import { useEffect, useRef } from 'preact/hooks';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { FrozenMark } from '../figures/scored-by.tsx';
import { base } from '../format.ts';
import { useGroupLabel } from '../group-label.ts';
import { useLanguage, useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { OpenedRow, Row } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { frozenPath, resultsPath, scoringPath } from '../paths.ts';
import { judgementInWords } from './editors/editors.ts';
import { indicatorDrafts } from './entry-draft.ts';
import { IndicatorDetail } from './indicator-detail.tsx';
import { Score } from './score.tsx';
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
      <Row
        rowRef={row}
        class={open ? 'indicator open' : 'indicator'}
        cells={[
          <>
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
          </>,
          <>
            <span class="rule-text small">{indicator.ruleText}</span>
            <ScoreReason indicator={indicator} />
          </>,
          indicator.weight.display,
          indicator.target,
          <ActualValue indicator={indicator} />,
          <span class={override ? 'quiet' : undefined}>
            <Score value={indicator.ruleScore} />
          </span>,
          override && <span class="overridden">{indicator.score?.display}</span>,
          <Score value={indicator.score} />,
          <Score
            value={indicator.rate}
            {...(indicator.score !== null && { whenNone: words.noWeight })}
          />,
        ]}
      />
      {open && (
        <OpenedRow class="indicator-detail" id={detail}>
          <IndicatorDetail indicator={indicator} />
        </OpenedRow>
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

/** The actual value; where a survey gives it, with its base and the way to its results, or to what was frozen of them; where several do, to what each of them says. */
function ActualValue({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords(scoringWords);
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  const { language } = useLanguage();
  const { id } = useEvaluation();
  const { actual, source } = indicator;
  const [first, ...others] = source?.surveys ?? [];
  if (!source || !first) return <>{actual ?? judgementInWords(indicator, language)}</>;
  const { figures } = source;
  const path =
    others.length > 0
      ? scoringPath(id, indicator.code)
      : figures
        ? frozenPath(id, figures.id)
        : resultsPath(id, first.code, source.item);
  return (
    <a class="from-survey" href={path}>
      {actual ?? (
        <CalculatedNumber
          value={source.value}
          whenNone={indicator.missing ?? shared.none.answers}
        />
      )}
      <span class="small">
        {groupLabel(source.group)}
        {others.length > 0 && ` ${words.combined(others.length + 1)}`}{' '}
        {source.base !== null && base(source.base)}
      </span>
      {figures && (
        <span class="small">
          <FrozenMark stale={figures.stale} />
        </span>
      )}
    </a>
  );
}
