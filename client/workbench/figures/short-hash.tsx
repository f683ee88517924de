import { CopyButton } from '../parts/copy-button.tsx';

const SHOWN = 12;

/** The beginning of a hash, enough to tell two apart; on paper it is whole. */
export function ShortHash({ children }: { children: string }) {
  return (
    <>
      <code class="hash nowrap screen-only" title={children}>
        {children.slice(0, SHOWN)}…
      </code>
      <code class="hash print-only">{children}</code>
    </>
  );
}

/** The same with what it is of, and a way to take it along whole. */
export function HashLine(props: { label: string; hash: string; copy: string }) {
  return (
    <p class="small row hash-line">
      <span>{props.label}</span>
      <ShortHash>{props.hash}</ShortHash>
      <CopyButton text={props.hash} label={props.copy} />
    </p>
  );
}
