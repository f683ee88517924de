import type { ResponseFilter } from '../api/responses.ts';
import type { Progress, SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { responsesPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';

/** Planned, received, valid, invalid and doubtful by channel; each number opens the responses it counts. */
export function ChannelTable({ progress, survey }: { progress: Progress; survey: SurveySummary }) {
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const link = (n: number, filter: ResponseFilter) =>
    n === 0 ? '0' : <a href={responsesPath(id, survey.code, filter)}>{count(n)}</a>;
  const cells = (
    row: { received: number; valid: number; invalid: number; flagged: number },
    filter: ResponseFilter,
  ) => [
    link(row.received, filter),
    link(row.valid, { ...filter, disposition: 'valid' }),
    link(row.invalid, { ...filter, disposition: 'invalid' }),
    link(row.flagged, { ...filter, flagged: '1' }),
  ];
  return (
    <DataTable
      class="channel-table"
      columns={[
        { label: terms.channel },
        { label: terms.plan, kind: 'number' },
        { label: terms.received, kind: 'number' },
        { label: terms.valid, kind: 'number' },
        { label: terms.invalid, kind: 'number' },
        { label: terms.flagged, kind: 'number' },
      ]}
      rows={progress.byChannel.map((row) => (
        <Row
          key={row.channel}
          cells={[
            terms.channels[row.channel],
            row.planned === null ? '' : count(row.planned),
            ...cells(row, { channel: row.channel }),
          ]}
        />
      ))}
      foot={<Row cells={[terms.sum, count(progress.plan.total), ...cells(progress, {})]} />}
    />
  );
}
