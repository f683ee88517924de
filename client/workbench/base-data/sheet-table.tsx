import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MOST_CELLS } from '../../../survey-definitions/cells.ts';
import { useWords } from '../language.tsx';
import { type Column, DataTable, OpenedRow } from '../parts/data-table.tsx';
import { useAddressChoice } from '../use-address-choice.ts';
import { LeftOutFields } from './left-out-fields.tsx';
import { blankLine, isBlankLine, type Line, withBlock } from './sheet.ts';
import { focusField } from './sheet-keys.ts';
import { LineRow, type SheetProps } from './sheet-line.tsx';
import { baseDataWords } from './words.ts';

/** Cells in lines, columns beside one another, every field within reach of the keyboard. */
export function SheetTable({ sheet, change, paths, faultAt }: SheetProps) {
  const words = useWords(baseDataWords);
  const { chosen } = useAddressChoice();
  const { lines, columns } = sheet;
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const frame = useRef<HTMLDivElement>(null);
  // Where the focus goes once the line is drawn.
  const next = useRef<readonly [number, number]>(undefined);
  useLayoutEffect(() => {
    if (next.current && focusField(frame.current, ...next.current)) next.current = undefined;
  });
  useEffect(() => {
    const line = lines.findIndex(({ code }) => code === chosen['cell']);
    if (line < 0) return;
    // After the screen as such has taken the focus.
    const later = requestAnimationFrame(() => focusField(frame.current, line, 0));
    return () => cancelAnimationFrame(later);
  }, [chosen['cell']]);
  const addLine = (field: number) => {
    if (lines.length >= MOST_CELLS) return;
    next.current = [lines.length, field];
    change({ ...sheet, lines: [...lines, blankLine(columns.length)] });
  };
  const removeLine = (place: number) => {
    next.current = [Math.max(0, Math.min(place, lines.length - 2)), 0];
    setOpened(new Set());
    change({ ...sheet, lines: lines.toSpliced(place, 1) });
  };
  const toggle = (place: number) => {
    const now = new Set(opened);
    if (!now.delete(place)) now.add(place);
    setOpened(now);
  };
  /** Also where something in it is wrong. */
  const isOpened = (place: number, line: Line) =>
    opened.has(place) ||
    line.excluded.some((_, column) => {
      const wrong = (...part: string[]) =>
        faultAt(paths.line(place, 'excluded', columns[column] ?? '', ...part));
      return wrong() || wrong('amount') || wrong('reason');
    });
  const type = (place: number, line: Line) => change({ ...sheet, lines: lines.with(place, line) });
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !/[\t\n]/.test(text.trimEnd())) return;
    const { line, field } = input.dataset;
    if (line === undefined || field === undefined) return;
    event.preventDefault();
    change(withBlock(sheet, text, Number(line), Number(field)));
  };
  const heads: Column[] = [
    { label: words.name },
    { label: words.code },
    { label: words.unit },
    ...columns.map((column, place) => ({
      label: column || words.column(place + 1),
      kind: 'number' as const,
    })),
    { label: words.more, labelHidden: true, class: 'line-actions' },
  ];
  return (
    <div ref={frame} class="stack sheet">
      {lines.every(isBlankLine) && <p class="reading">{words.empty}</p>}
      {lines.length > 0 && (
        <>
          <p class="small quiet screen-only">{words.keys}</p>
          <DataTable
            class="sheet-table"
            columns={heads}
            caption={<span class="visually-hidden">{words.table}</span>}
            rows={lines.flatMap((line, place) => [
              <LineRow
                key={place}
                {...{ line, place, columns, paths, faultAt }}
                opened={isOpened(place, line)}
                addLine={addLine}
                paste={paste}
                type={(changed) => type(place, changed)}
                toggle={() => toggle(place)}
                remove={() => removeLine(place)}
              />,
              ...(isOpened(place, line)
                ? [
                    <OpenedRow key={`${place} open`} class="left-out">
                      <LeftOutFields
                        {...{ line, place, columns, paths, faultAt }}
                        type={(changed) => type(place, changed)}
                      />
                    </OpenedRow>,
                  ]
                : []),
            ])}
          />
        </>
      )}
      {lines.length < MOST_CELLS && (
        <button type="button" class="button" onClick={() => addLine(0)}>
          {words.addLine}
        </button>
      )}
    </div>
  );
}
