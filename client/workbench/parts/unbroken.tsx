const DATE_OR_YEAR = /(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?|\d{4} ?\u5e74\u5ea6)/;

/** A sentence whose dates and budget years stay whole where its line breaks. */
export function Unbroken({ children }: { children: string }) {
  return (
    <>
      {children.split(DATE_OR_YEAR).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={index} class="nowrap">
            {part}
          </span>
        ),
      )}
    </>
  );
}
