// Loaded in elder mode only, where one item fills the screen: no answer is easier to see than another. The options are brought
// above the bar at the foot, and where they cannot all be, the page says how many more there are.
const { documentElement } = document;
const WORDS: Record<string, [one: string, more: string]> = {
  en: ['1 more below', '{n} more below'],
};
const [one, more] = WORDS[documentElement.lang] || ['下面还有 1 个选项', '下面还有 {n} 个选项'];
/** px between the last option and the bar. */
const GAP = 8;

const note = document.createElement('p');
note.className = 'more';
// What is read out is complete without it.
note.setAttribute('aria-hidden', 'true');
document.body.append(note);

/** Where the bar begins: what lies below cannot be seen. */
function footTop(): number {
  const bar = document.querySelector('.bar');
  return Math.min(innerHeight, bar ? bar.getBoundingClientRect().top : innerHeight);
}

/** Where what can be seen begins: below what marks a preview. */
function headBottom(): number {
  const head = document.querySelector('.preview');
  return head ? head.getBoundingClientRect().bottom : 0;
}

/** The item that shows, unless it is the beginning or the page is not in elder mode. */
function currentCard(): Element | null {
  return document.querySelector('.elder.past .part .card:not([hidden])');
}

function bottoms(card: Element): number[] {
  const options = Array.from(card.querySelectorAll('.options label'));
  return options.map((option) => option.getBoundingClientRect().bottom);
}

/** Scrolls so that the last option stands above the bar, but no further than the question allows. */
export function bringOptionsIntoSight(): void {
  const card = currentCard();
  const question = card && card.querySelector('.question');
  if (card && question) {
    const hidden = Math.max(...bottoms(card)) + GAP - footTop();
    const by = Math.min(hidden, question.getBoundingClientRect().top - headBottom() - GAP);
    if (by > 0) scrollBy(0, by);
  }
  countWhatIsHidden();
}

function countWhatIsHidden(): void {
  const card = currentCard();
  const foot = footTop();
  const below = (edge: number) => (card ? bottoms(card).filter((at) => at > edge + 1).length : 0);
  note.hidden = below(foot) === 0;
  if (note.hidden) return;
  note.style.bottom = `${innerHeight - foot}px`;
  // The note itself covers something, too.
  const n = below(foot - note.offsetHeight);
  note.textContent = n === 1 ? one : more.replace('{n}', String(n));
}

addEventListener('scroll', countWhatIsHidden, { passive: true });
addEventListener('resize', bringOptionsIntoSight);
// A step begins with the focus on its question.
addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.className === 'question') bringOptionsIntoSight();
});
const app = document.getElementById('app');
if (app) {
  const changes = new MutationObserver(countWhatIsHidden);
  changes.observe(app, { subtree: true, childList: true, attributeFilter: ['hidden'] });
}
bringOptionsIntoSight();
