import { lengthOf } from './check.ts';
import { fill } from './fill.ts';
import type { PageItem } from './page.ts';
import type { Words } from './words.ts';

interface Props {
  item: PageItem;
  answer: string | string[] | undefined;
  live: boolean;
  disabled: boolean;
  describedBy: string | undefined;
  invalid: boolean;
  words: Words;
}

/**
 * A field for words. It has no `maxlength`: cutting off what someone pastes loses it silently, while the
 * count and the error say what to do.
 */
export function TextField({ item, answer, live, disabled, describedBy, invalid, words }: Props) {
  const text = typeof answer === 'string' ? answer : '';
  const max = item.maxLength || 0;
  const count = lengthOf(text);
  // The help, where there is one, usually names the limit already.
  const limit = item.help ? '' : fill(words.length, { max });
  return (
    <>
      <textarea
        id={`${item.id}_`}
        name={item.id}
        rows={4}
        disabled={disabled}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        value={text}
      />
      <p class={count > max ? 'limit over' : 'limit'}>
        {live && count > 0 ? fill(words.used, { count, max }) : limit}
      </p>
    </>
  );
}
