import type { ComponentChildren, Ref } from 'preact';

export interface Column {
  /** None where the column shows by itself what it is. */
  label?: ComponentChildren;
  /** What stands below: text unless said otherwise; numbers stand to the right; a bar needs no head. */
  kind?: 'text' | 'number' | 'bar';
  /** The label is read aloud only. */
  labelHidden?: boolean;
  class?: string;
}

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
  /** A wide table scrolls inside a frame, its first column stays; a small one needs none. */
  frame?: 'none' | 'scrolling';
  frameClass?: string;
  tableRef?: Ref<HTMLTableElement>;
}) {
  const { columns, rows, bodies, foot, caption, empty, frame = 'scrolling', frameClass } = props;
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
  return frame === 'none' ? table : <div class={classes('table-frame', frameClass)}>{table}</div>;
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

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ');
