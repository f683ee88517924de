// Loaded for elder mode only: reads an item and its options aloud, where the browser has a voice for the page's language.
const WORDS = {
  zh: { read: '朗读', stop: '停止朗读', comma: '，', stopMark: '。' },
  en: { read: 'Read aloud', stop: 'Stop reading', comma: ', ', stopMark: '. ' },
};

const language = document.documentElement.lang;
const words = language === 'en' ? WORDS.en : WORDS.zh;
const buttons: HTMLButtonElement[] = [];
let reading: HTMLButtonElement | undefined;

function voice(): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices();
  // Android writes zh_CN.
  const fits = (given: SpeechSynthesisVoice) => given.lang.replace('_', '-');
  return (
    voices.find((given) => fits(given) === language) ||
    voices.find((given) => fits(given).slice(0, 2) === language.slice(0, 2))
  );
}

/** The question, its help and its options, with a breath between them. */
function textOf(card: Element): string {
  const parts = Array.from(card.querySelectorAll('.question > .phrases, .help, .options label'));
  const said = parts.map((part) => (part.textContent || '').trim()).filter((part) => part);
  const after = (place: number) => (place < said.length - 1 ? words.comma : words.stopMark);
  return said.map((part, place) => (/\p{P}$/u.test(part) ? part : part + after(place))).join('');
}

function quiet(): void {
  speechSynthesis.cancel();
  mark(undefined);
}

function mark(button: HTMLButtonElement | undefined): void {
  reading = button;
  for (const each of buttons) each.textContent = each === button ? words.stop : words.read;
}

function offer(): void {
  if (buttons.length > 0 || !voice()) return;
  for (const card of Array.from(document.querySelectorAll('.card'))) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'speak';
    button.textContent = words.read;
    button.onclick = () => {
      const was = reading;
      quiet();
      if (was === button) return;
      const speech = new SpeechSynthesisUtterance(textOf(card));
      const chosen = voice();
      if (chosen) speech.voice = chosen;
      speech.lang = language;
      // A little slower than usual: it is listened to once.
      speech.rate = 0.9;
      speech.onend = () => reading === button && mark(undefined);
      mark(button);
      speechSynthesis.speak(speech);
    };
    buttons.push(button);
    card.prepend(button);
  }
}

if ('speechSynthesis' in window) {
  offer();
  // Chromium learns of its voices late.
  speechSynthesis.addEventListener('voiceschanged', offer);
  // What was read is gone with its step, or with the page.
  for (const type of ['submit', 'popstate', 'pagehide']) addEventListener(type, quiet, true);
}
