import type { ComponentChildren } from 'preact';
import type { ResponseFilter } from '../api/responses.ts';
import type { Progress } from '../api/surveys.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { useReturnCells } from '../progress/return-cells.tsx';
import { tradeTerms } from '../terms.ts';
import { returnsWords } from './words.ts';

/** A survey's returns by channel, and by collection point where it has any; folded, since they may be many. */
export function Places({ progress }: { progress: Progress }) {
  const words = useWords(returnsWords);
  const terms = useWords(tradeTerms);
  const { byChannel, byPoint } = progress;
  const table = (
    first: string,
    lines: readonly (Progress['byChannel'][number] | Progress['byPoint'][number])[],
    name: (line: never) => { name: ComponentChildren; filter: ResponseFilter | undefined },
  ) => <PlacesTable progress={progress} first={first} lines={lines} nameOf={name} />;
  return (
    <details class="places small">
      <summary>{byPoint.length > 0 ? words.places(count(byPoint.length)) : words.channels}</summary>
      {table(terms.channel, byChannel, (line: Progress['byChannel'][number]) => ({
        name: terms.channels[line.channel],
        filter: { channel: line.channel },
      }))}
      {byPoint.length > 0 &&
        table(terms.point, byPoint, (line: Progress['byPoint'][number]) => ({
          name: line.name ?? words.noPoint,
          filter: undefined,
        }))}
    </details>
  );
}

function PlacesTable(props: {
  progress: Progress;
  first: string;
  lines: readonly (Progress['byChannel'][number] | Progress['byPoint'][number])[];
  nameOf(line: never): { name: ComponentChildren; filter: ResponseFilter | undefined };
}) {
  const terms = useWords(tradeTerms);
  const { progress, first, lines, nameOf } = props;
  const { columns, cells } = useReturnCells(progress.code, {
    withIneligible: progress.ineligible > 0,
    withOnHold: progress.onHold > 0,
  });
  return (
    <DataTable
      columns={[{ label: first }, { label: terms.plan, kind: 'number' }, ...columns]}
      rows={lines.map((line, index) => {
        const { name, filter } = nameOf(line as never);
        return (
          <Row
            key={index}
            cells={[name, line.planned === null ? '' : count(line.planned), ...cells(line, filter)]}
          />
        );
      })}
    />
  );
}
