import { useEffect, useRef } from 'preact/hooks';
import { failingChecks } from '../../../analysis/scoring/cell-checks.ts';
import { cellsOf } from '../../../analysis/scoring/cells.ts';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { BaseData } from '../api/base-data.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { CheckState } from './check-list.tsx';
import { type Line, type Sheet, sheetOf } from './sheet.ts';
import { LeftOutMark } from './sheet-line.tsx';
import { baseDataWords } from './words.ts';

/** The base data to be read: the table as it would stand in the report, and what its checks come to. */
export function BaseDataText({ stored }: { stored: BaseData }) {
  const words = useWords(baseDataWords);
  const shared = useWords(sharedWords);
  const { updatedAt, updatedBy } = stored;
  const sheet = sheetOf(stored, '');
  if (sheet.lines.length === 0) return <p class="quiet">{words.emptyToRead}</p>;
  return (
    <>
      <CellTable sheet={sheet} />
      <LeftOutNotes sheet={sheet} />
      <Checks stored={stored} sheet={sheet} />
      {updatedAt !== null && updatedBy !== null && (
        <p class="small quiet">
          {words.updated(updatedBy, shared.atTime(minuteInChina(updatedAt)))}
        </p>
      )}
    </>
  );
}

function CellTable({ sheet: { columns, lines } }: { sheet: Sheet }) {
  const words = useWords(baseDataWords);
  return (
    <DataTable
      class="cell-table"
      caption={<span class="visually-hidden">{words.table}</span>}
      columns={[
        { label: words.name },
        ...columns.map((label) => ({ label, kind: 'number' }) as const),
      ]}
      rows={lines.map((line) => <CellRow key={line.code} line={line} columns={columns} />)}
    />
  );
}

function CellRow({ line, columns }: { line: Line; columns: readonly string[] }) {
  const { chosen } = useAddressChoice();
  const row = useRef<HTMLTableRowElement>(null);
  const isTarget = chosen['cell'] === line.code;
  useEffect(() => {
    if (isTarget) row.current?.scrollIntoView({ block: 'center' });
  }, [isTarget]);
  return (
    <Row
      rowRef={row}
      {...(isTarget && { class: 'target' })}
      cells={[
        <>
          {line.name}
          <span class="small quiet cell-about">
            {[line.code, line.unit].filter(Boolean).join(' · ')}
          </span>
        </>,
        ...columns.map((_, column) =>
          line.values[column] ? <Value line={line} column={column} /> : '',
        ),
      ]}
    />
  );
}

/** A value, and that something was left out of it. */
function Value({ line, column }: { line: Line; column: number }) {
  return (
    <>
      {line.values[column]}
      <LeftOutMark line={line} column={column} />
    </>
  );
}

/** What was left out of which value and why, as the notes below a report's table. */
function LeftOutNotes({ sheet: { columns, lines } }: { sheet: Sheet }) {
  const words = useWords(baseDataWords);
  const notes = lines.flatMap((line) =>
    line.excluded.flatMap(({ amount, reason }, column) =>
      amount === '' && reason === ''
        ? []
        : [
            {
              value: words.valueOf(line.name, columns[column] ?? ''),
              said: [amount === '' ? words.leftOutUnknown : words.leftOut(amount), reason],
            },
          ],
    ),
  );
  if (notes.length === 0) return null;
  return (
    <ul class="small quiet left-out-notes">
      {notes.map(({ value, said }) => (
        <li key={value}>{[value, ...said.filter(Boolean)].join(words.because)}</li>
      ))}
    </ul>
  );
}

function Checks({ stored, sheet: { checks } }: { stored: BaseData; sheet: Sheet }) {
  const words = useWords(baseDataWords);
  const cells = cellsOf(stored);
  if (checks.length === 0) return null;
  const failing = failingChecks(checks, cells).length;
  return (
    <section class="stack" aria-labelledby="checks">
      <h3 id="checks">{words.checks}</h3>
      <p class={failing > 0 ? 'small warm' : 'small quiet'}>
        {failing > 0 ? words.failing(failing) : words.allHold(checks.length)}
      </p>
      <ul class="check-text">
        {checks.map((check, place) => (
          <li key={place}>
            <span class="row spread">
              <b>{check.name || words.checkOf(place + 1)}</b>
              <CheckState check={check} cells={cells} />
            </span>
            <span class="small quiet">
              {check.left} = {check.right}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
