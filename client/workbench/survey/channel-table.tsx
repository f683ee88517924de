import type { Progress, SurveySummary } from '../api/surveys.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { useReturnCells } from '../progress/return-cells.tsx';
import { tradeTerms } from '../terms.ts';

/** Planned, handed out, received and what became of it, by channel; who does not belong to the group where there may be any. */
export function ChannelTable(props: {
  progress: Progress;
  survey: SurveySummary;
  withIneligible: boolean;
}) {
  const terms = useWords(tradeTerms);
  const { progress, survey } = props;
  const { columns, cells } = useReturnCells(survey.code, {
    withIneligible: props.withIneligible,
    withOnHold: props.progress.onHold > 0,
  });
  return (
    <DataTable
      class="channel-table"
      columns={[{ label: terms.channel }, { label: terms.plan, kind: 'number' }, ...columns]}
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
