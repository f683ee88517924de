import type { ScoredIndicator, Scoring, Subtotal } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { Grade } from '../parts/grade.tsx';
import { tradeTerms } from '../terms.ts';
import { IndicatorRow } from './indicator-row.tsx';
import { Score } from './score.tsx';
import { scoringWords } from './words.ts';

/** All indicators under their levels, sums set apart, the total at the foot; one row may be open at a time. */
export function ScoringTable(props: {
  scoring: Scoring;
  indicators: readonly ScoredIndicator[];
  /** Code of the indicator that is open. */
  open: string | undefined;
  /** Whether the open one is to be brought into view. */
  inView: boolean;
  toggle(code: string): void;
}) {
  const terms = useWords(tradeTerms);
  const { scoring, indicators, open, inView, toggle } = props;
  return (
    <DataTable
      class="scoring-table"
      columns={[
        { label: terms.indicator, class: 'indicator-column' },
        { label: terms.scoringRule, class: 'rule-column' },
        { label: terms.weight, kind: 'number', class: 'narrow' },
        { label: terms.target, kind: 'number', class: 'roomy' },
        { label: terms.actual, kind: 'number', class: 'wide' },
        { label: terms.ruleScore, kind: 'number', class: 'middling' },
        { label: terms.override, kind: 'number', class: 'middling' },
        { label: terms.score, kind: 'number', class: 'middling score', deciding: true },
        { label: `${terms.rate} %`, kind: 'number', class: 'middling' },
      ]}
      bodies={scoring.level1.map((level1) => (
        <tbody key={level1.code} id={`level-${level1.code}`}>
          <LevelRow level={level1} rank={1} />
          {scoring.level2
            .filter((level2) => level2.level1 === level1.code)
            .map((level2) => {
              const rows = indicators.filter((indicator) => indicator.level2 === level2.code);
              if (rows.length === 0) return null;
              return [
                <LevelRow key={level2.code} level={level2} rank={2} />,
                ...rows.map((indicator) => (
                  <IndicatorRow
                    key={indicator.code}
                    indicator={indicator}
                    open={open === indicator.code}
                    isTarget={inView && open === indicator.code}
                    toggle={() => toggle(indicator.code)}
                  />
                )),
              ];
            })}
        </tbody>
      ))}
      foot={<TotalRow scoring={scoring} />}
    />
  );
}

function LevelRow({ level, rank }: { level: Subtotal; rank: 1 | 2 }) {
  const words = useWords(scoringWords);
  return (
    <Row
      class={rank === 1 ? 'level-1' : 'level-2'}
      names="rowgroup"
      cells={[
        <>
          <span class="code">{level.code}</span> {level.name}
        </>,
        '',
        level.weight.display,
        '',
        '',
        '',
        '',
        <Score value={level.score} />,
        <Score
          value={level.rate}
          {...(level.score !== null && { whenNone: words.notAllScored })}
        />,
      ]}
    />
  );
}

function TotalRow({ scoring }: { scoring: Scoring }) {
  const terms = useWords(tradeTerms);
  return (
    <Row
      cells={[
        terms.total,
        '',
        '100',
        '',
        '',
        <Score value={scoring.byRules.total} />,
        '',
        <Score value={scoring.total} />,
        scoring.grade && <Grade grade={scoring.grade} system={scoring.indicatorSystem} />,
      ]}
    />
  );
}
