import { type ComponentChildren, createContext, type Ref } from 'preact';
import { useContext } from 'preact/hooks';
import { ScrollingFrame } from './scrolling-frame.tsx';

export interface Column {
  /** None where the column shows by itself what it is. */
  label?: string;
  /** What stands below: text unless said otherwise; numbers stand to the right; a bar needs no head. */
  kind?: 'text' | 'number' | 'bar';
  /** The label is read aloud only. */
  labelHidden?: boolean;
  /** What a reader looks for: on a phone it stands beside the line's name. */
  deciding?: boolean;
  /** Of the head and of every cell below it. */
  class?: string;
}

const Columns = createContext<readonly Column[]>([]);

/** A table of the workbench: hairlines only, numbers to the right, sums set apart at the foot. */
export function DataTable(props: {
  class?: string;
  columns: readonly Column[];
  /** Lines of one body; or bodies as they are, where lines stand in groups. */
  rows?: readonly ComponentChildren[];
  bodies?: ComponentChildren;
  foot?: ComponentChildren;
  caption?: ComponentChildren;
  /** What stands in the table's place where it has no rows. */
  empty?: ComponentChildren;
  /** A wide table's lines become cards on a phone, and it scrolls in its frame where it finds no room; a small one fits everywhere. */
  size?: 'small' | 'wide';
  tableRef?: Ref<HTMLTableElement>;
}) {
  const { columns, rows, bodies, foot, caption, empty, size = 'wide' } = props;
  if (empty && rows?.length === 0) return <>{empty}</>;
  const table = (
    <table ref={props.tableRef} class={classes('table', props.class)}>
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column, index) => (
            <Head key={index} column={column} />
          ))}
        </tr>
      </thead>
      {bodies}
      {rows && <tbody>{rows}</tbody>}
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
  return (
    <Columns.Provider value={columns}>
      {size === 'small' ? table : <ScrollingFrame>{table}</ScrollingFrame>}
    </Columns.Provider>
  );
}

function Head({ column }: { column: Column }) {
  const { label, kind = 'text', labelHidden, class: own } = column;
  if (kind === 'bar') return <td class={own} />;
  return (
    <th scope="col" class={classes(kind === 'number' && 'n', own) || undefined}>
      {labelHidden ? <span class="visually-hidden">{label}</span> : label}
    </th>
  );
}

/** A line: what its cells hold, in the order of the columns, the first of which names it. On a phone each cell says its column's label. */
export function Row(props: {
  class?: string;
  names?: 'row' | 'rowgroup';
  rowRef?: Ref<HTMLTableRowElement>;
  cells: readonly ComponentChildren[];
}) {
  const columns = useContext(Columns);
  const [name, ...cells] = props.cells;
  return (
    <tr ref={props.rowRef} class={props.class}>
      <th scope={props.names ?? 'row'} class={columns[0]?.class}>
        {name}
      </th>
      {cells.map((cell, index) => (
        <Cell key={index} column={columns[index + 1] ?? {}}>
          {cell}
        </Cell>
      ))}
    </tr>
  );
}

function Cell({ column, children }: { column: Column; children: ComponentChildren }) {
  const { label, kind, labelHidden, deciding, class: own } = column;
  const blank =
    children === '' || children === null || children === undefined || children === false;
  return (
    <td
      class={
        classes(kind === 'number' && 'n', own, deciding && 'deciding', blank && 'blank') ||
        undefined
      }
      data-label={labelHidden ? undefined : label}
    >
      {children}
    </td>
  );
}

/** What a line opens to, as wide as the table. */
export function OpenedRow(props: { class: string; id?: string; children: ComponentChildren }) {
  return (
    <tr class={props.class} id={props.id}>
      <td colSpan={useContext(Columns).length}>{props.children}</td>
    </tr>
  );
}

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ');
