// Loaded in elder mode only: reads an item and its options aloud, where the browser has a voice for the page's language.
import { bringOptionsIntoSight } from './options-in-sight.ts';

const PHRASES = {
  zh: { read: '朗读', stop: '停止朗读', comma: '，', fullStop: '。' },
  en: { read: 'Read aloud', stop: 'Stop reading', comma: ', ', fullStop: '. ' },
};

const language = document.documentElement.lang;
const words = language === 'en' ? PHRASES.en : PHRASES.zh;
const buttons: HTMLButtonElement[] = [];
let reading: HTMLButtonElement | undefined;

function voice(): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices();
  // Android writes zh_CN.
  const languageOf = (given: SpeechSynthesisVoice) => given.lang.replace('_', '-');
  return (
    voices.find((given) => languageOf(given) === language) ||
    voices.find((given) => languageOf(given).slice(0, 2) === language.slice(0, 2))
  );
}

/** The question, its help and its options, with punctuation between them so that the voice pauses. */
function spokenText(card: Element): string {
  const parts = Array.from(
    card.querySelectorAll('.question > .phrases, .help:not([hidden]), .options label'),
  );
  const texts = parts.map((part) => (part.textContent || '').trim()).filter((part) => part);
  const after = (place: number) => (place < texts.length - 1 ? words.comma : words.fullStop);
  return texts.map((part, place) => (/\p{P}$/u.test(part) ? part : part + after(place))).join('');
}

function stopReading(): void {
  speechSynthesis.cancel();
  setReading(undefined);
}

function setReading(button: HTMLButtonElement | undefined): void {
  reading = button;
  for (const each of buttons) each.textContent = each === button ? words.stop : words.read;
}

function addButtons(): void {
  if (buttons.length > 0 || !voice()) return;
  for (const card of Array.from(document.querySelectorAll('.card'))) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'speak';
    button.textContent = words.read;
    button.onclick = () => {
      const was = reading;
      stopReading();
      if (was === button) return;
      const speech = new SpeechSynthesisUtterance(spokenText(card));
      const chosen = voice();
      if (chosen) speech.voice = chosen;
      speech.lang = language;
      // A little slower than usual, since most listen only once.
      speech.rate = 0.9;
      speech.onend = () => reading === button && setReading(undefined);
      setReading(button);
      speechSynthesis.speak(speech);
    };
    buttons.push(button);
    card.prepend(button);
  }
  bringOptionsIntoSight();
}

if ('speechSynthesis' in window) {
  addButtons();
  // Chromium loads its voices after the page.
  speechSynthesis.addEventListener('voiceschanged', addButtons);
  // Reading stops when another step, or another page, is shown.
  for (const type of ['submit', 'popstate', 'pagehide']) addEventListener(type, stopReading, true);
}
