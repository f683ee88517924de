import { useId } from 'preact/hooks';
import { foldCaseless, foldNumber } from '../../../survey-definitions/typed-text.ts';
import { isBlankText } from '../../../survey-definitions/unseen.ts';
import { useWords } from '../language.tsx';
import { Row } from '../parts/data-table.tsx';
import { fieldOf, LINE_FIELDS, type Line, type pathsOf, type Sheet, withField } from './sheet.ts';
import { moveByKey } from './sheet-keys.ts';
import { baseDataWords } from './words.ts';

export interface SheetProps {
  sheet: Sheet;
  change(next: Sheet): void;
  paths: ReturnType<typeof pathsOf>;
  /** What the server says is wrong at a path. */
  faultAt(path: string | undefined): string | undefined;
}

/** What a field of the table does besides taking text. */
interface Keys {
  addLine(field: number): void;
  paste(event: ClipboardEvent): void;
}

export interface LineProps extends Pick<SheetProps, 'paths' | 'faultAt'> {
  line: Line;
  place: number;
  columns: readonly string[];
  type(line: Line): void;
}

/** A line of the table, every part of it a field. */
export function LineRow(
  props: LineProps &
    Keys & {
      opened: boolean;
      toggle(): void;
      remove(): void;
    },
) {
  const words = useWords(baseDataWords);
  const { line, place, columns, type, paths, faultAt, opened, toggle, remove } = props;
  const called = isBlankText(line.name) ? words.line(place + 1) : line.name;
  const labels = [words.nameOf(place + 1), words.codeOf(called), words.unitOf(called)];
  const keys = [...LINE_FIELDS.map((key) => [key]), ...columns.map((column) => ['values', column])];
  const input = (field: number) => (
    <SheetInput
      label={labels[field] ?? words.valueOf(called, columns[field - LINE_FIELDS.length] ?? '')}
      line={place}
      field={field}
      addLine={props.addLine}
      paste={props.paste}
      value={fieldOf(line, field)}
      fault={faultAt(paths.line(place, ...(keys[field] ?? [])))}
      type={(typed) => type(withField(line, field, typed))}
    />
  );
  const cells = [
    input(0),
    input(1),
    input(2),
    ...columns.map((_, column) => (
      <>
        {input(column + LINE_FIELDS.length)}
        <LeftOutMark line={line} column={column} />
      </>
    )),
    <span class="line-buttons">
      <button
        type="button"
        class="link-button small"
        aria-expanded={opened}
        aria-label={words.leaveOutOf(called)}
        onClick={toggle}
      >
        {words.leaveOut}
      </button>
      <button
        type="button"
        class="link-button small"
        aria-label={words.removeLine(called)}
        onClick={remove}
      >
        {words.remove}
      </button>
    </span>,
  ];
  return <Row cells={cells} />;
}

/** That something was left out of a value, and how much. */
export function LeftOutMark({ line, column }: { line: Line; column: number }) {
  const words = useWords(baseDataWords);
  const { amount = '', reason = '' } = line.excluded[column] ?? {};
  if (isBlankText(amount) && isBlankText(reason)) return null;
  return (
    <span class="small quiet left-out-mark" title={reason}>
      {isBlankText(amount) ? words.leftOutUnknown : words.leftOut(amount)}
    </span>
  );
}

function SheetInput(
  props: Keys & {
    label: string;
    line: number;
    field: number;
    value: string;
    fault: string | undefined;
    type(typed: string): void;
  },
) {
  const id = useId();
  const { label, line, field, value, fault, type, addLine, paste } = props;
  const isValue = field >= LINE_FIELDS.length;
  const fold = isValue ? foldNumber : field === 1 ? foldCaseless : undefined;
  return (
    <>
      <input
        // What is typed is kept by the form as a whole, and not field by field.
        form="-"
        class={isValue ? 'input number' : 'input'}
        aria-label={label}
        data-line={line}
        data-field={field}
        inputMode={isValue ? 'decimal' : 'text'}
        autocomplete="off"
        spellcheck={false}
        value={value}
        {...(fault ? { 'aria-invalid': true, 'aria-describedby': id } : {})}
        onKeyDown={(event) => moveByKey(event, addLine)}
        onPaste={paste}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onBlur={({ currentTarget }) => {
          const typed = currentTarget.value;
          const meant = fold?.(typed) ?? typed;
          if (meant !== typed) type(meant);
        }}
      />
      {fault && (
        <span class="error small" id={id}>
          {fault}
        </span>
      )}
    </>
  );
}
