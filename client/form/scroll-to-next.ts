/** ms before the page scrolls, so that the respondent sees the tapped option marked first. */
const SCROLL_DELAY = 300;

/**
 * After a tap on an answer the page scrolls until the next item is in view, and no further. It does not scroll for respondents who
 * ask for reduced motion, answer by keyboard, scroll themselves or change an earlier answer; the focus stays where it is.
 */
export function scrollToNext(form: HTMLFormElement): void {
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
    const reducedMotion = matchMedia('(prefers-reduced-motion:reduce)').matches;
    // Without smooth scrolling the page would jump. Not `form.style`: an item of that name would stand in its place.
    const { style } = document.documentElement;
    if (!tapped || reducedMotion || !('scrollBehavior' in style)) return;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const cards = Array.from(form.querySelectorAll('.card:not([hidden])'));
    const next = cards[cards.findIndex((card) => card.contains(target)) + 1];
    if (!next || next.querySelector(':checked')) return;
    timer = window.setTimeout(
      () => next.scrollIntoView({ block: 'nearest', behavior: 'smooth' }),
      SCROLL_DELAY,
    );
  });
}
