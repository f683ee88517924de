import { useState } from 'preact/hooks';
import { LONGEST_SEARCH } from '../../../survey-definitions/evaluation.ts';
import type { PointProgress, Progress, Survey } from '../api/surveys.ts';
import { useMayChange } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { useReturnCells } from '../progress/return-cells.tsx';
import { tradeTerms } from '../terms.ts';
import { PointName } from './point-name.tsx';
import { found, inOrder, POINT_ORDERS, type PointOrder } from './point-order.ts';
import { surveyWords } from './words.ts';

/** More lines than these are opened on demand, so that what stands below them is found. */
const MOST_UNFOLDED = 20;
/** Up to so many are seen at a glance in any order. */
const FEWEST_ORDERED = 5;

/** What came back at each collection point, with its own link; said what points are for where there are none. */
export function PointTable(props: { progress: Progress; survey: Survey; withIneligible: boolean }) {
  const words = useWords(surveyWords);
  const { progress, survey } = props;
  const [order, setOrder] = useState<PointOrder>('plan');
  const [typed, setTyped] = useState('');
  if (survey.points.length === 0) return <NoPoints survey={survey} />;
  // A row for what belongs to no point says something only where there is any.
  const rows = progress.byPoint.filter(({ point, received }) => point !== null || received > 0);
  const isLong = rows.length > MOST_UNFOLDED;
  const table = (
    <>
      {rows.length >= FEWEST_ORDERED && (
        <div class="row point-tools screen-only">
          <SegmentedControl<PointOrder>
            label={words.points.order}
            choices={POINT_ORDERS.map((value) => ({ value, label: words.points.orders[value] }))}
            value={order}
            onChange={(chosen) => setOrder(chosen)}
          />
          {isLong && (
            <input
              class="input search"
              type="search"
              aria-label={words.points.search}
              placeholder={words.points.search}
              maxLength={LONGEST_SEARCH}
              autocomplete="off"
              value={typed}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          )}
        </div>
      )}
      <Rows {...props} rows={inOrder(found(rows, typed), order)} />
    </>
  );
  if (!isLong) return table;
  const silent = rows.filter(({ received }) => received === 0).length;
  return (
    <details>
      <summary>
        {words.pointsFolded(count(survey.points.length))}
        {silent > 0 && progress.received > 0 && words.points.silent(count(silent))}
      </summary>
      {table}
    </details>
  );
}

function Rows(props: {
  progress: Progress;
  survey: Survey;
  withIneligible: boolean;
  rows: readonly PointProgress[];
}) {
  const words = useWords(surveyWords);
  const terms = useWords(tradeTerms);
  const { progress, survey, rows } = props;
  const { columns, cells } = useReturnCells(survey.code, {
    withIneligible: props.withIneligible,
    withOnHold: progress.onHold > 0,
  });
  return (
    <DataTable
      class="point-table"
      columns={[{ label: terms.point }, { label: terms.plan, kind: 'number' }, ...columns]}
      empty={<p class="small quiet">{words.points.noneFound}</p>}
      rows={rows.map((row) => (
        <Row
          key={row.point ?? ''}
          cells={[
            <PointName survey={survey} progress={progress} row={row} />,
            row.planned === null ? '' : count(row.planned),
            ...cells(row, row.point === null ? undefined : { point: row.point }),
          ]}
        />
      ))}
    />
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
