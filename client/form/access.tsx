import { ACCESS_WORDS } from './access-words.ts';
import type { PageData } from './page.ts';

/**
 * What a response must come with: a single-use code, asked for only where the link did not bring it or it was no good,
 * and a proof that only a script can make.
 */
export function Access({ data: { access, proofOfWork, form, errors } }: { data: PageData }) {
  const words = ACCESS_WORDS[form.language];
  const wrong = errors.some(({ item }) => item === '_k');
  return (
    <>
      {proofOfWork && (
        <noscript>
          <p class="notice warn">{words.needsScript}</p>
        </noscript>
      )}
      {access.needed && (
        <p class="notice code" id="_k_card" hidden={!!access.code && !wrong}>
          <label for="_k_">{words.code}</label>
          {/* Not an input, which would cut off a code that is set large. */}
          <textarea
            id="_k_"
            name="_k"
            rows={1}
            aria-describedby="_k_help"
            aria-invalid={wrong || undefined}
            autocapitalize="characters"
            spellcheck={false}
            value={access.code || ''}
          />
          <span id="_k_help">{words.help}</span>
        </p>
      )}
    </>
  );
}
