import { type ComponentChildren, render } from 'preact';

/** The marker on the document while something is printed in place of the screen. */
const PRINTING = 'printing-sheets';

/** Prints this in place of the screen, which a dialog may cover. */
export function printInstead(content: ComponentChildren): void {
  const place = document.createElement('div');
  place.className = 'qr-sheets';
  document.querySelector('.qr-sheets')?.remove();
  document.body.append(place);
  render(content, place);
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
