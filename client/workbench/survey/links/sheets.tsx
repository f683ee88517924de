import { printInstead } from '../../parts/print-instead.ts';
import { QrCode } from '../../parts/qr-code.tsx';

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

/** Prints sheets, each on a page of its own, in place of the screen. */
export function printSheets(sheets: readonly Sheet[]): void {
  printInstead(sheets.map((sheet) => <OneSheet key={sheet.link} {...sheet} />));
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
