import { DISPOSITIONS, type Disposition } from '../../../survey-definitions/response.ts';
import type { ResponseFilter } from '../api/responses.ts';
import type { Progress, SurveySummary } from '../api/surveys.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { ResponsesLink } from '../retention/responses-link.tsx';
import { tradeTerms } from '../terms.ts';

/**
 * Planned, received, valid, invalid and doubtful by channel, and who does not belong to the group where there may be any; each
 * number opens the responses it counts.
 */
export function ChannelTable(props: {
  progress: Progress;
  survey: SurveySummary;
  /** Whether the questionnaire has an answer that ends it. */
  mayEndEarly: boolean;
}) {
  const terms = useWords(tradeTerms);
  const { progress, survey } = props;
  const dispositions = DISPOSITIONS.filter(
    (each) => each !== 'ineligible' || props.mayEndEarly || progress.ineligible > 0,
  );
  const link = (n: number, filter: ResponseFilter) =>
    n === 0 ? (
      '0'
    ) : (
      <ResponsesLink survey={survey.code} filter={filter}>
        {count(n)}
      </ResponsesLink>
    );
  const cells = (
    row: Pick<Progress, Disposition | 'received' | 'flagged'>,
    filter: ResponseFilter,
  ) => [
    link(row.received, filter),
    ...dispositions.map((disposition) => link(row[disposition], { ...filter, disposition })),
    link(row.flagged, { ...filter, flagged: '1' }),
  ];
  return (
    <DataTable
      class="channel-table"
      columns={[
        { label: terms.channel },
        { label: terms.plan, kind: 'number' },
        { label: terms.received, kind: 'number' },
        ...dispositions.map(
          (each) => ({ label: terms[each], kind: 'number', class: each }) as const,
        ),
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
