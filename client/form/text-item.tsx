import { lengthOf } from './check.ts';
import { fill } from './fill.ts';
import type { CardItem } from './page.ts';
import type { Words } from './words.ts';

interface Props {
  item: CardItem;
  answer: string | string[] | undefined;
  describedBy: string | undefined;
  invalid: boolean;
  words: Words;
}

/**
 * A field for words. It has no `maxlength`: cutting off what someone pastes loses it silently, while the
 * count and the error say what to do.
 */
export function TextField({ item, answer, describedBy, invalid, words }: Props) {
  const text = typeof answer === 'string' ? answer : '';
  const max = item.maxLength || 0;
  return (
    <>
      <textarea
        id={`${item.id}_`}
        name={item.id}
        rows={4}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        value={text}
      />
      {/* The help, where there is one, usually names the limit already. */}
      <p class={lengthOf(text) > max ? 'limit over' : 'limit'}>
        {item.help ? '' : fill(words.length, { max })}
      </p>
    </>
  );
}
