import type { PointProgress, Progress, Survey } from '../api/surveys.ts';
import { useMay, useMayChange } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { tradeTerms } from '../terms.ts';
import { PointLink } from './links/survey-links.tsx';
import { useReturnCells } from './return-cells.tsx';
import { surveyWords } from './words.ts';

/** More lines than these are opened on demand, so that what stands below them is found. */
const MOST_UNFOLDED = 20;

/** What came back at each collection point, with its own link; said what points are for where there are none. */
export function PointTable(props: { progress: Progress; survey: Survey; withIneligible: boolean }) {
  const words = useWords(surveyWords);
  const terms = useWords(tradeTerms);
  const { progress, survey } = props;
  const { columns, cells } = useReturnCells(survey.code, {
    withIneligible: props.withIneligible,
    withOnHold: props.progress.onHold > 0,
  });
  if (survey.points.length === 0) return <NoPoints survey={survey} />;
  // A row for what belongs to no point says something only where there is any.
  const rows = progress.byPoint.filter(({ point, received }) => point !== null || received > 0);
  const table = (
    <DataTable
      class="point-table"
      columns={[{ label: terms.point }, { label: terms.plan, kind: 'number' }, ...columns]}
      rows={rows.map((row) => (
        <Row
          key={row.point ?? ''}
          cells={[
            <PointName survey={survey} row={row} />,
            row.planned === null ? '' : count(row.planned),
            ...cells(row, row.point === null ? undefined : { point: row.point }),
          ]}
        />
      ))}
    />
  );
  if (rows.length <= MOST_UNFOLDED) return table;
  return (
    <details>
      <summary>{words.pointsFolded(count(survey.points.length))}</summary>
      {table}
    </details>
  );
}

function PointName({ survey, row }: { survey: Survey; row: PointProgress }) {
  const words = useWords(surveyWords);
  const handsOut = useMay('surveys.write');
  if (row.point === null) return <span class="quiet">{words.noPoint}</span>;
  const point = survey.points.find(({ id }) => id === row.point);
  const link = handsOut && point && !point.closed;
  return (
    <>
      <span class="point-name">{row.name}</span>
      <span class="row small">
        <span class="quiet nowrap">
          {row.point}
          {point?.closed && ` · ${words.pointClosed}`}
        </span>
        {link && <PointLink survey={survey} point={point} />}
      </span>
    </>
  );
}

function NoPoints({ survey }: { survey: Survey }) {
  const words = useWords(surveyWords);
  const mayAdd = useMayChange('surveys.write');
  if (!mayAdd) return <p class="small quiet">{words.noPointsToRead}</p>;
  return (
    <p class="small quiet reading">
      {words.noPoints}{' '}
      {!survey.fixed.includes('points') && survey.closedBy !== 'staff' && (
        <a class="screen-only" href="#settings">
          {words.addPoints}
        </a>
      )}
    </p>
  );
}
