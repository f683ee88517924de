const DATE_AND_TIME = /(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)/;

/** A sentence whose dates stay whole where its line breaks. */
export function Unbroken({ children }: { children: string }) {
  return (
    <>
      {children.split(DATE_AND_TIME).map((part, index) =>
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
