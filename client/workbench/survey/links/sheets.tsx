import { render } from 'preact';
import { QrCode } from './qr-code.tsx';

/** What a sheet to put up says: whatever is read without a screen. */
export interface Sheet {
  link: string;
  title: string;
  /** Name of the collection point; none of the whole survey. */
  point: string | undefined;
  /** Who asks, and whom to ask, each with its label. */
  facts: readonly (readonly [label: string, value: string])[];
  scan: string;
  orOpen: string;
}

/** The marker on the document while sheets are printed in place of the screen. */
const PRINTING = 'printing-sheets';

/** Prints sheets, each on a page of its own, in place of the screen. */
export function printSheets(sheets: readonly Sheet[]): void {
  const place = document.createElement('div');
  place.className = 'qr-sheets';
  document.querySelector('.qr-sheets')?.remove();
  document.body.append(place);
  // Not drawn into the screen, which a dialog may cover.
  render(
    sheets.map((sheet) => <OneSheet key={sheet.link} {...sheet} />),
    place,
  );
  document.documentElement.classList.add(PRINTING);
  addEventListener(
    'afterprint',
    () => {
      document.documentElement.classList.remove(PRINTING);
      render(null, place);
      place.remove();
    },
    { once: true },
  );
  print();
}

function OneSheet(sheet: Sheet) {
  return (
    <section class="qr-sheet">
      <h1>{sheet.title}</h1>
      {sheet.point && <p class="qr-sheet-point">{sheet.point}</p>}
      <QrCode link={sheet.link} label={sheet.scan} />
      <p class="qr-sheet-scan">{sheet.scan}</p>
      <p class="qr-sheet-link">
        {sheet.orOpen} <span>{sheet.link}</span>
      </p>
      <dl>
        {sheet.facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
