import { ACCESS_WORDS } from './access-words.ts';
import type { ErrorInWords } from './error-words.ts';
import type { PageData } from './page.ts';

interface Props {
  data: PageData;
  errors: ErrorInWords[];
}

/**
 * What a response must come with: a single-use code, asked for only where the link did not bring it or it was no good,
 * and a proof that only a script can make. The code has a card like an item, and the script keeps it like an answer.
 */
export function Access({ data: { access, proofOfWork, form }, errors }: Props) {
  const words = ACCESS_WORDS[form.language];
  const wrong = errors.find(({ item }) => item === '_k');
  return (
    <>
      {proofOfWork && (
        <noscript>
          <p class="notice warn">{words.needsScript}</p>
        </noscript>
      )}
      {access.needed && (
        <div class={wrong ? 'card wrong' : 'card'} id="_k_card" hidden={!!access.code && !wrong}>
          <label class="question" for="_k_">
            {words.code}
          </label>
          <p class="help" id="_k_help">
            {words.help}
          </p>
          <p class="error" id="_k_error">
            {wrong?.text}
          </p>
          {/* Not an input, which would cut off a code that is set large. */}
          <textarea
            id="_k_"
            name="_k"
            rows={1}
            aria-describedby={wrong ? '_k_error _k_help' : '_k_help'}
            aria-invalid={!!wrong || undefined}
            autocapitalize="characters"
            spellcheck={false}
            value={access.code || ''}
          />
        </div>
      )}
    </>
  );
}
