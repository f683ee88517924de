import type { DayProgress } from '../api/surveys.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { tradeTerms } from '../terms.ts';
import { surveyWords } from './words.ts';

/** What came in day by day, newest first, with a bar to see the rhythm of the fieldwork; opened on demand. */
export function DayTable({ days }: { days: DayProgress[] }) {
  const words = useWords(surveyWords);
  const terms = useWords(tradeTerms);
  const totals = new Map<string, { received: number; valid: number; ineligible: number }>();
  for (const { day, received, valid, ineligible } of days) {
    const before = totals.get(day) ?? { received: 0, valid: 0, ineligible: 0 };
    totals.set(day, {
      received: before.received + received,
      valid: before.valid + valid,
      ineligible: before.ineligible + ineligible,
    });
  }
  const withIneligible = days.some(({ ineligible }) => ineligible > 0);
  if (totals.size === 0) return <p class="small quiet">{words.nothingYet}</p>;
  const most = Math.max(...[...totals.values()].map((total) => total.received));
  const rows = [...totals].sort(([a], [b]) => b.localeCompare(a));
  return (
    <details class="small">
      <summary>{words.byDay(rows.length)}</summary>
      <DataTable
        class="day-table"
        size="small"
        columns={[
          { label: words.day },
          { label: terms.received, kind: 'number' },
          { label: terms.valid, kind: 'number' },
          ...(withIneligible ? [{ label: terms.ineligible, kind: 'number' } as const] : []),
          { kind: 'bar', class: 'day-bar' },
        ]}
        rows={rows.map(([day, total]) => (
          <Row
            key={day}
            cells={[
              <span class="nowrap">{day}</span>,
              count(total.received),
              count(total.valid),
              ...(withIneligible ? [count(total.ineligible)] : []),
              <i style={{ inlineSize: `${(100 * total.received) / most}%` }} />,
            ]}
          />
        ))}
      />
    </details>
  );
}
