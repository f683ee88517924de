import { useState } from 'preact/hooks';
import type { DayProgress, HourProgress } from '../api/surveys.ts';
import { useWords } from '../language.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { dayBars, hourBars } from './arrival-bars.ts';
import { ArrivalChart } from './arrival-chart.tsx';
import { ArrivalTable } from './arrival-table.tsx';
import { arrivalsWords } from './words.ts';

/** What came in by day or by hour, as bars or as the same data in a table; printed as the table. */
export function Arrivals(props: {
  byDay: readonly DayProgress[];
  byHour: readonly HourProgress[];
  /** An ISO 8601 time, where more may come: the bars reach to it and it is marked. */
  now?: string | undefined;
  /** Responses a day that would reach the plan, drawn as a line across the days. */
  perDayNeeded?: number | null;
}) {
  const words = useWords(arrivalsWords);
  const [span, setSpan] = useState<'day' | 'hour'>('day');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const [draws, setDraws] = useState(true);
  const series =
    span === 'day' ? dayBars(props.byDay, props.now) : hourBars(props.byHour, props.now);
  if (props.byDay.length === 0) return <p class="small quiet">{words.nothingYet}</p>;
  const days = dayBars(props.byDay, props.now).span === 'week' ? words.span.week : words.span.day;
  const asTable = form === 'table' || !draws;
  return (
    <div class="arrivals">
      <div class="row spread screen-only">
        {props.byHour.length > 0 && (
          <SegmentedControl<'day' | 'hour'>
            label={words.span.label}
            choices={[
              { value: 'day', label: days },
              { value: 'hour', label: words.span.hour },
            ]}
            value={span}
            onChange={(chosen) => setSpan(chosen)}
          />
        )}
        {draws && (
          <SegmentedControl<'chart' | 'table'>
            label={words.form.label}
            choices={[
              { value: 'chart', label: words.form.chart },
              { value: 'table', label: words.form.table },
            ]}
            value={form}
            onChange={(chosen) => setForm(chosen)}
          />
        )}
      </div>
      {!asTable && (
        <ArrivalChart
          series={series}
          perDayNeeded={props.perDayNeeded ?? null}
          cannotDraw={() => setDraws(false)}
        />
      )}
      <div class={asTable ? undefined : 'print-only'}>
        <ArrivalTable series={series} />
      </div>
      <p class="small quiet">{words.beijing}</p>
    </div>
  );
}
