interface Props {
  text: string;
  /** As it stands in the text; '' where there is none. */
  time: string;
}

/** A sentence with a time in it, which no end of a line tears apart. */
export function TimedText({ text, time }: Props) {
  const [before, after] = time ? text.split(time) : [text];
  return (
    <>
      {before}
      {time && <time>{time}</time>}
      {after}
    </>
  );
}
