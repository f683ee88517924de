import { ErrorSummary } from './error-summary.tsx';
import type { ErrorInWords } from './error-words.ts';
import type { LiveWords } from './live-words.ts';
import type { Acts, View } from './page.ts';
import { RefusalNotice } from './refusal.tsx';

interface Props {
  view: View;
  errors: ErrorInWords[];
  words: LiveWords;
  acts?: Acts;
}

/** What the page has to tell about the whole response, above the items. */
export function Messages({ view, errors, words, acts }: Props) {
  return (
    <div>
      {view.refusal && <RefusalNotice refusal={view.refusal} words={words} acts={acts} />}
      {errors.length > 0 && <ErrorSummary errors={errors} words={words} acts={acts} />}
      {view.restored && (
        <p class="notice">
          {words.restored}{' '}
          <button type="button" class="quiet" onClick={acts && ((event) => acts.startOver(event))}>
            {words.startOver}
          </button>
        </p>
      )}
      {view.forgetful && <p class="notice">{words.notKept}</p>}
    </div>
  );
}
