/** Long enough to see that the tap was heard. */
const BREATH = 300;

/**
 * After a tap on an answer the next item comes into view, as far as it was not and no further. Nothing moves for those who
 * ask for less motion, who answer by keyboard, who scroll by themselves, or who change an answer further up; the focus stays.
 */
export function followAnswers(form: HTMLFormElement): void {
  let timer = 0;
  let tapped = false;
  const stop = () => clearTimeout(timer);
  for (const type of ['wheel', 'touchmove', 'scroll'])
    addEventListener(type, stop, { passive: true });
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, () => {
      tapped = type === 'pointerdown';
      stop();
    });
  }
  form.addEventListener('change', ({ target }) => {
    const still = matchMedia('(prefers-reduced-motion:reduce)').matches;
    // Without smooth scrolling the page would jump.
    if (!tapped || still || !('scrollBehavior' in form.style)) return;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const cards = Array.from(form.querySelectorAll('.card:not([hidden])'));
    const next = cards[cards.findIndex((card) => card.contains(target)) + 1];
    if (!next || next.querySelector(':checked')) return;
    timer = window.setTimeout(
      () => next.scrollIntoView({ block: 'nearest', behavior: 'smooth' }),
      BREATH,
    );
  });
}
