import { DISPOSITIONS } from '../../../survey-definitions/response.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { tradeTerms } from '../terms.ts';
import {
  type ArrivalLine,
  type ArrivalSeries,
  type Arrived,
  type BarSpan,
  keyOf,
  linesOf,
  sumOf,
} from './arrival-bars.ts';
import { timeOf } from './time-of.ts';
import { arrivalsWords } from './words.ts';

/** The bars of the chart as a table, the newest first. */
export function ArrivalTable({ series }: { series: ArrivalSeries }) {
  const words = useWords(arrivalsWords);
  const terms = useWords(tradeTerms);
  const { span, bars } = series;
  const sum = sumOf(bars);
  const dispositions = DISPOSITIONS.filter(
    (each) => each === 'valid' || each === 'invalid' || sum[keyOf(each)] > 0,
  );
  const numbers = (arrived: Arrived) => [
    count(arrived.received),
    ...dispositions.map((each) => count(arrived[keyOf(each)])),
  ];
  return (
    <DataTable
      class="arrival-table"
      size="small"
      columns={[
        { label: words.time[span] },
        { label: terms.received, kind: 'number' },
        ...dispositions.map((each) => ({ label: terms[each], kind: 'number' }) as const),
      ]}
      rows={linesOf(bars).map((line) => (
        <Row key={line.at} cells={[<When line={line} span={span} />, ...numbers(line)]} />
      ))}
      foot={<Row cells={[terms.sum, ...numbers(sum)]} />}
    />
  );
}

/** A time is never broken; of a stretch the two may stand on two lines. */
function When({ line, span }: { line: ArrivalLine; span: BarSpan }) {
  const words = useWords(arrivalsWords);
  const at = timeOf(line.at, span);
  if (line.until === undefined) return <span class="nowrap">{at}</span>;
  return (
    <>
      <span class="nowrap">{words.from(at)}</span>{' '}
      <span class="nowrap">{timeOf(line.until, span)}</span>
    </>
  );
}
