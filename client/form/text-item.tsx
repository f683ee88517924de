import { lengthOf } from './check.ts';
import { fill } from './fill.ts';
import type { FormWords } from './form-words.ts';
import type { CardItem } from './page.ts';

interface Props {
  item: CardItem;
  answer: string | string[] | undefined;
  describedBy: string | undefined;
  invalid: boolean;
  words: FormWords;
}

/**
 * A field for text. It has no `maxlength`, which would silently cut off what is pasted; the count and the error
 * say what to do instead.
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
