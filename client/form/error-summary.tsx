import type { ErrorInWords } from './error-words.ts';
import { fill } from './fill.ts';
import type { LiveWords } from './live-words.ts';
import type { Actions } from './page.ts';

interface Props {
  errors: ErrorInWords[];
  words: LiveWords;
  actions?: Actions;
}

/** The errors at the top of the page: takes the focus and links to each field. */
export function ErrorSummary({ errors, words, actions }: Props) {
  const left = errors.filter((error) => !error.fixed).length;
  return (
    <section
      class="notice warn"
      id="message"
      tabindex={-1}
      autofocus
      aria-labelledby="message_title"
    >
      <h2 id="message_title">{left > 0 ? fill(words.summary, { n: left }) : words.allFixed}</h2>
      <ul>
        {errors.map(({ field, text, fixed }) => (
          <li key={field} class={fixed ? 'fixed' : undefined}>
            {field ? (
              <a
                href={`#${field}_card`}
                onClick={actions && ((event) => actions.goTo(event, field))}
              >
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
