import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { tradeTerms } from '../terms.ts';
import { type ArrivalSeries, type Arrived, linesOf, sumOf } from './arrival-bars.ts';
import { useTimeOf } from './time-of.ts';
import { arrivalsWords } from './words.ts';

/** The bars of the chart as a table, the newest first. */
export function ArrivalTable({ series }: { series: ArrivalSeries }) {
  const words = useWords(arrivalsWords);
  const terms = useWords(tradeTerms);
  const timeOf = useTimeOf();
  const { span, bars } = series;
  const sum = sumOf(bars);
  const kinds = (['received', 'valid', 'invalid', 'ineligible', 'onHold'] as const).filter(
    (kind) => sum[kind] > 0 || (kind !== 'ineligible' && kind !== 'onHold'),
  );
  const numbers = (arrived: Arrived) => kinds.map((kind) => count(arrived[kind]));
  return (
    <DataTable
      class="arrival-table"
      size="small"
      columns={[
        { label: words.time[span] },
        ...kinds.map(
          (kind) =>
            ({ label: terms[kind === 'onHold' ? 'on-hold' : kind], kind: 'number' }) as const,
        ),
      ]}
      rows={linesOf(bars).map((line) => (
        <Row key={line.at} cells={[timeOf(line, span), ...numbers(line)]} />
      ))}
      foot={<Row cells={[terms.sum, ...numbers(sum)]} />}
    />
  );
}
