/** ms before the page scrolls, so that the respondent sees the tapped option marked first. */
const SCROLL_DELAY = 300;

/**
 * After a tap on an answer the page scrolls until the next item is in view, and no further. It does not scroll for respondents who
 * ask for reduced motion, answer by keyboard, scroll themselves or change an earlier answer; the focus stays where it is.
 */
export function scrollToNext(form: HTMLFormElement): void {
  let timer = 0;
  let tapped = false;
  for (const type of ['wheel', 'touchmove', 'scroll', 'pointerdown', 'keydown']) {
    const stop = () => {
      if (/down/.test(type)) tapped = type === 'pointerdown';
      clearTimeout(timer);
    };
    addEventListener(type, stop, { passive: true });
  }
  form.addEventListener('change', ({ target }) => {
    const reducedMotion = matchMedia('(prefers-reduced-motion:reduce)').matches;
    // Without smooth scrolling the page would jump. Not `form.style`: an item of that name would stand in its place.
    const { style } = document.documentElement;
    if (!tapped || reducedMotion || !('scrollBehavior' in style)) return;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const cards = [...form.querySelectorAll('.card:not([hidden])')];
    const next = cards[cards.findIndex((card) => card.contains(target)) + 1];
    if (!next || next.querySelector(':checked')) return;
    timer = window.setTimeout(
      () => next.scrollIntoView({ block: 'nearest', behavior: 'smooth' }),
      SCROLL_DELAY,
    );
  });
}
