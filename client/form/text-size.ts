// Loaded in elder mode only: the size of the text, and the two buttons that change it.
import { storedSize, storeSize } from './elder.ts';
import { bringOptionsIntoSight } from './options-in-sight.ts';

const LARGEST = 4;
const DEFAULT_SIZE = 2;
const WORDS = {
  zh: { smaller: '缩小文字', larger: '放大文字' },
  en: { smaller: 'Smaller text', larger: 'Larger text' },
};

const { documentElement } = document;
const words = documentElement.lang === 'en' ? WORDS.en : WORDS.zh;
let size = storedSize() || DEFAULT_SIZE;

/** 18, 22, 26 or 30 px where the browser's own text is 16 px, and larger where that was set larger. */
function show(): void {
  documentElement.style.setProperty('--text', `${87.5 + 25 * size}%`);
  bringOptionsIntoSight();
}

function change(by: number): void {
  size = Math.max(1, Math.min(LARGEST, size + by));
  storeSize(size);
  show();
}

function button(by: number, letter: string, name: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = letter;
  made.dataset['size'] = String(by);
  // What is seen is part of what is heard.
  made.setAttribute('aria-label', `${name} ${letter}`);
  made.onclick = () => change(by);
  return made;
}

const way = document.querySelector('.to-elder');
if (way && way.parentElement) {
  way.parentElement.append(button(-1, 'A−', words.smaller), button(1, 'A+', words.larger));
  // Whoever comes back to elder mode begins with its usual size.
  way.addEventListener('click', () => {
    size = DEFAULT_SIZE;
    show();
  });
}
show();
