import { useState } from 'preact/hooks';
import type { SplitKind } from '../../../survey-definitions/split.ts';
import type { ComparedSplit, Comparison } from '../api/comparison.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { type Column, DataTable, Row } from '../parts/data-table.tsx';
import { Grade } from '../parts/grade.tsx';
import { tradeTerms } from '../terms.ts';
import { DifferenceBar } from './difference-bar.tsx';
import { comparisonWords } from './words.ts';

/** Points that are shown before somebody asks for all. */
const FEW_POINTS = 12;
/** What is read from the responses, and stands at its place while it is on its way. */
const FROM_ROWS: readonly SplitKind[] = ['flagged', 'half'];
const ORDER: readonly SplitKind[] = ['all', 'flagged', 'channel', 'point', 'half'];
/** More columns than these find no room. */
const MOST_INDICATORS = 2;

/** A line for each split under what it is a split by, each with its difference to all and what it would score. */
export function SplitTable({ data, isComputing }: { data: Comparison; isComputing: boolean }) {
  const words = useWords(comparisonWords);
  const terms = useWords(tradeTerms);
  const [showsAll, showAll] = useState(false);
  const { splits } = data;
  const scored = splits.find(({ by }) => by === 'all')?.scored ?? null;
  const indicators = (scored?.indicators ?? []).slice(0, MOST_INDICATORS).map(({ code }) => code);
  const columns: Column[] = [
    { label: words.split },
    { label: words.base, kind: 'number' },
    { label: terms.composite, kind: 'number', deciding: true },
    { label: words.difference, kind: 'number' },
    { kind: 'bar', class: 'difference-bar' },
    ...indicators.map((code): Column => ({ label: words.wouldScore(code), kind: 'number' })),
    ...(scored ? ([{ label: words.total, kind: 'number' }, { label: words.grade }] as const) : []),
  ];
  const wasRead = splits.some(({ by, because }) => FROM_ROWS.includes(by) && because === null);
  const widest = Math.max(...splits.map(({ difference }) => Math.abs(difference?.value ?? 0)));
  const points = splits.filter(({ by }) => by === 'point');
  const folded = !showsAll && points.length > FEW_POINTS;
  const linesOf = (kind: SplitKind) => {
    const lines = splits.filter(({ by }) => by === kind);
    return kind === 'point' && folded ? lines.slice(0, FEW_POINTS) : lines;
  };
  return (
    <section class="stack">
      <DataTable
        class="split-table"
        columns={columns}
        bodies={ORDER.map((kind) => {
          const lines = linesOf(kind);
          const isOnItsWay = isComputing && FROM_ROWS.includes(kind) && lines.length === 0;
          if (lines.length === 0 && !isOnItsWay) return null;
          return (
            <tbody key={kind}>
              {(kind === 'channel' || kind === 'point' || kind === 'half') &&
                lines.some(({ because }) => because === null) && (
                  <tr class="split-kind">
                    <th scope="rowgroup" colSpan={columns.length}>
                      {words.kinds[kind]}
                    </th>
                  </tr>
                )}
              {isOnItsWay && (
                <Instead kind={kind} says={words.computing} columns={columns.length} />
              )}
              {lines.map((split) =>
                split.because === null ? (
                  <Line
                    key={split.id}
                    {...{ split, widest, indicators }}
                    isScored={scored !== null}
                  />
                ) : (
                  <Instead
                    key={split.because}
                    kind={kind}
                    says={words.because[split.because]}
                    columns={columns.length}
                  />
                ),
              )}
            </tbody>
          );
        })}
      />
      {folded && (
        <button type="button" class="link-button" onClick={() => showAll(true)}>
          {words.morePoints(count(points.length))}
        </button>
      )}
      <p class="small quiet" role="status">
        {isComputing ? words.computing : wasRead && words.ofOneMoment}
      </p>
      {scored && <p class="small quiet">{words.whatScore}</p>}
    </section>
  );
}

function Instead({ kind, says, columns }: { kind: SplitKind; says: string; columns: number }) {
  const words = useWords(comparisonWords);
  return (
    <tr class="split-instead">
      <th scope="row">{words.kinds[kind]}</th>
      <td class="quiet" colSpan={columns - 1}>
        {says}
      </td>
    </tr>
  );
}

function Line(props: {
  split: ComparedSplit;
  widest: number;
  indicators: readonly string[];
  isScored: boolean;
}) {
  const words = useWords(comparisonWords);
  const { indicatorSystem } = useEvaluation();
  const { split, widest, indicators, isScored } = props;
  const { scored, difference } = split;
  const scoreOf = (code: string) => scored?.indicators.find((each) => each.code === code)?.score;
  return (
    <Row
      class={split.by === 'all' ? 'split-all' : 'split-part'}
      cells={[
        <SplitName key="name" split={split} />,
        count(split.base ?? 0),
        <CalculatedNumber key="composite" value={split.composite} whenNone={words.noAnswers} />,
        split.by !== 'all' &&
          (difference ? (
            signed(difference)
          ) : (
            <CalculatedNumber value={null} whenNone={words.noAnswers} />
          )),
        split.by !== 'all' && difference && (
          <DifferenceBar key="bar" of={difference.value} widest={widest} />
        ),
        ...indicators.map((code) => (
          <CalculatedNumber key={code} value={scoreOf(code) ?? null} whenNone={words.noAnswers} />
        )),
        ...(isScored
          ? [
              <CalculatedNumber
                key="total"
                value={scored?.total ?? null}
                whenNone={words.notScored}
              />,
              scored?.grade ? (
                <Grade key="grade" grade={scored.grade} system={indicatorSystem} />
              ) : (
                <CalculatedNumber key="grade" value={null} whenNone={words.notScored} />
              ),
            ]
          : []),
      ]}
    />
  );
}

function SplitName({ split: { by, id, name } }: { split: ComparedSplit }) {
  const words = useWords(comparisonWords);
  const terms = useWords(tradeTerms);
  if (by === 'channel') return <>{terms.channels[id as keyof typeof terms.channels]}</>;
  if (by === 'point') return <>{name ?? words.noPoint}</>;
  if (by === 'half') return <>{id === 'early' ? words.halves.early : words.halves.late}</>;
  return <>{words.kinds[by]}</>;
}

/** With its sign, a true minus among them; what is shown as nothing has none. */
function signed({ value, display }: { value: number; display: string }): string {
  const digits = display.replace('-', '');
  if (Number(digits) === 0) return digits;
  return `${value < 0 ? '−' : '+'}${digits}`;
}
