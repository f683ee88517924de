import { useState } from 'preact/hooks';
import { useWords } from '../../language.tsx';
import { type Finding, type Stretch, stretchesOf } from './findings.ts';
import type { Line } from './places.ts';
import { uploadWords } from './words.ts';

/** The file line by line, each finding below the line it is about; what is far from any is folded away. */
export function FileLines({ lines, findings }: { lines: readonly Line[]; findings: Finding[] }) {
  const words = useWords(uploadWords);
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings)
    byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding]);
  return (
    <section class="file-lines" aria-label={words.fileItself}>
      {stretchesOf(lines, findings).map((stretch) =>
        stretch.shown ? (
          <Lines key={stretch.lines[0]?.number} lines={stretch.lines} byLine={byLine} />
        ) : (
          <Folded key={stretch.lines[0]?.number} stretch={stretch} />
        ),
      )}
    </section>
  );
}

const NOTHING: ReadonlyMap<number, Finding[]> = new Map();

/** Drawn once somebody asks: a file may have tens of thousands of lines. */
function Folded({ stretch }: { stretch: Stretch }) {
  const words = useWords(uploadWords);
  const [open, setOpen] = useState(false);
  const [from, to] = [stretch.lines[0]?.number, stretch.lines.at(-1)?.number];
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="small">{words.folded(String(from), String(to))}</summary>
      {open && <Lines lines={stretch.lines} byLine={NOTHING} />}
    </details>
  );
}

function Lines(props: { lines: Line[]; byLine: ReadonlyMap<number, Finding[]> }) {
  return (
    <>
      {props.lines.map((line) => {
        const found = props.byLine.get(line.number) ?? [];
        return (
          <div key={line.number} class={found.length > 0 ? 'file-line found' : 'file-line'}>
            <span class="line-number quiet">{line.number}</span>
            <code>
              <Marked line={line} finding={found[0]} />
            </code>
            {found.map((finding) => (
              <Said key={finding.id} finding={finding} />
            ))}
          </div>
        );
      })}
    </>
  );
}

/** The line with what the first finding is about set off. */
function Marked({ line, finding }: { line: Line; finding: Finding | undefined }) {
  if (!finding) return <>{line.text}</>;
  const [from, to] = [finding.from - line.at, finding.to - line.at];
  return (
    <>
      {line.text.slice(0, from)}
      <mark>{line.text.slice(from, to)}</mark>
      {line.text.slice(to)}
    </>
  );
}

function Said({ finding }: { finding: Finding }) {
  const words = useWords(uploadWords);
  const { id, kind, message, path, line, column } = finding;
  return (
    <p id={id} tabIndex={-1} class={`line-finding small ${kind}`}>
      <b>{words[kind]}</b> {message}{' '}
      <span class="quiet">
        {path === undefined ? words.place(String(line), String(column)) : path}
      </span>
    </p>
  );
}
