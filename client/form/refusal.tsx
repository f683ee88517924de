import type { LiveWords } from './live-words.ts';
import type { Acts, Refusal } from './page.ts';

/** Tells plainly that, and why, a response was not taken. */
export function RefusalNotice({
  refusal,
  words,
  acts,
}: {
  refusal: Refusal;
  words: LiveWords;
  acts?: Acts;
}) {
  return (
    <section class="notice warn" id="message" tabIndex={-1} aria-labelledby="message_title">
      <h2 id="message_title">{refusal.title}</h2>
      <p>{words.notTaken}</p>
      <button type="button" class="quiet" onClick={acts && ((event) => acts.startOver(event))}>
        {words.discard}
      </button>
    </section>
  );
}
