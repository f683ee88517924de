import { ErrorSummary } from './error-summary.tsx';
import type { ErrorInWords } from './error-words.ts';
import type { LiveWords } from './live-words.ts';
import type { Actions, Refusal, View } from './page.ts';

interface Props {
  view: View;
  errors: ErrorInWords[];
  words: LiveWords;
  actions?: Actions;
}

/** What the page says about the whole response, above the items. */
export function Messages({ view, errors, words, actions }: Props) {
  return (
    <div>
      {view.refusal && <RefusalNotice refusal={view.refusal} words={words} actions={actions} />}
      {errors.length > 0 && <ErrorSummary errors={errors} words={words} actions={actions} />}
      {view.restored && (
        <p class="notice">
          {words.restored}{' '}
          <button type="button" class="quiet" onClick={actions && actions.startOver}>
            {words.startOver}
          </button>
        </p>
      )}
      {view.notKept && <p class="notice">{words.notKept}</p>}
    </div>
  );
}

/** Says that a response was refused, and why. */
function RefusalNotice({
  refusal,
  words,
  actions,
}: {
  refusal: Refusal;
  words: LiveWords;
  actions?: Actions;
}) {
  return (
    <section class="notice warn" id="message" tabindex={-1} aria-labelledby="message_title">
      <h2 id="message_title">{refusal.title}</h2>
      <p>{words.notTaken}</p>
      <button type="button" class="quiet" onClick={actions && actions.startOver}>
        {words.discard}
      </button>
    </section>
  );
}
