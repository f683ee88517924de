/** Marks a place where a line may end; `BrokenText` makes a `<wbr>` of it. */
export const BREAK = '\u200b';

/** A headline whose lines end only where line-breaks.ts marked it. */
export function BrokenText({ text }: { text: string }) {
  return (
    <span class="phrases">
      {text.split(BREAK).map((phrase, index) => (index ? [<wbr key={index} />, phrase] : phrase))}
    </span>
  );
}
