/** Marks a place where a line may end. Written as the markup it becomes, so that text and markup compress as one. */
export const BREAK = '<wbr/>';

/** A headline whose lines end only where line-breaks.ts marked it. */
export function BrokenText({ text }: { text: string }) {
  return (
    <span class="phrases">
      {text.split(BREAK).map((phrase, index) => (index ? [<wbr key={index} />, phrase] : phrase))}
    </span>
  );
}
