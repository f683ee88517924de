import type { ErrorInWords } from './error-words.ts';
import { CODE_FIELD, type PageData } from './page.ts';

interface Props {
  data: PageData;
  errors: ErrorInWords[];
}

/**
 * What a protected survey asks for: a single-use code, shown only where the link did not bring it or it turned out wrong,
 * and a proof of work that only a script can make. The code stands before the first item, on a card of its own.
 */
export function Access({ data: { access, again, proofOfWork, words }, errors }: Props) {
  const wrong = errors.find(({ field }) => field === CODE_FIELD);
  const [error, help] = [`${CODE_FIELD}_error`, `${CODE_FIELD}_help`];
  return (
    <>
      {proofOfWork && !again && (
        <noscript>
          <p class="notice warn">{words.needsScript}</p>
        </noscript>
      )}
      {access.needed && (
        <div
          class={wrong ? 'card code wrong' : 'card code'}
          id={`${CODE_FIELD}_card`}
          hidden={!!access.code && !wrong}
        >
          <label class="question" for={`${CODE_FIELD}_`}>
            {words.accessCode}
          </label>
          <p class="help" id={help}>
            {words.accessCodeHelp}
          </p>
          <p class="error" id={error}>
            {wrong?.text}
          </p>
          {/* Not an input, which would cut off a code that is set large. */}
          <textarea
            id={`${CODE_FIELD}_`}
            name={CODE_FIELD}
            rows={1}
            aria-describedby={wrong ? `${error} ${help}` : help}
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
