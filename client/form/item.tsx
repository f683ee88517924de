import type { FormItem, FormQuestionnaire } from '../../survey-definitions/form.ts';
import { ChoiceOptions, limitWords } from './choice-item.tsx';
import { fill } from './fill.ts';
import type { Acts } from './page.ts';
import { TextField } from './text-item.tsx';
import type { Words } from './words.ts';

interface Props {
  item: FormItem;
  number: number;
  answer: string | string[] | undefined;
  /** What is wrong, in words. */
  error: string | undefined;
  /** When to answer at all, said where no script hides the item. */
  condition: string | undefined;
  live: boolean;
  frozen: boolean;
  words: Words;
  acts?: Acts;
}

/** One question on its card: choice items are a fieldset with its legend, a text item a field with its label. */
export function ItemCard(props: Props) {
  const { item, number, answer, error, condition, live, frozen, words, acts } = props;
  const isText = item.type === 'text';
  const notes = [condition, item.help, limitWords(item, words)].filter((note) => !!note);
  const describedBy =
    [error && `${item.id}_error`, notes.length > 0 && `${item.id}_help`]
      .filter(Boolean)
      .join(' ') || undefined;
  const question = (
    <>
      <span class="number">{number}</span> {item.text}
      {!item.required && <em> {words.optional}</em>}
    </>
  );
  const besides = (
    <>
      {notes.length > 0 && (
        <p class="help" id={`${item.id}_help`}>
          {notes.join(' · ')}
        </p>
      )}
      {error && (
        <p class="error" id={`${item.id}_error`}>
          <span class="hidden">{words.errorPrefix}</span>
          {error}
        </p>
      )}
    </>
  );
  return (
    <div class={error ? 'card wrong' : 'card'} id={`${item.id}_card`}>
      {isText ? (
        <>
          <label class="question" for={`${item.id}_`}>
            {question}
          </label>
          {besides}
          <TextField
            item={item}
            answer={answer}
            live={live}
            disabled={frozen}
            describedBy={describedBy}
            invalid={!!error}
            words={words}
          />
        </>
      ) : (
        <fieldset aria-describedby={describedBy}>
          <legend class="question">{question}</legend>
          {besides}
          <ChoiceOptions
            item={item}
            answer={answer}
            disabled={frozen}
            describedBy={describedBy}
            words={words}
            acts={acts}
          />
        </fieldset>
      )}
    </div>
  );
}

/** “Only if you chose … in question 4”, for a page that shows every item. */
export function conditionWords(
  item: FormItem,
  form: FormQuestionnaire,
  numbers: Map<string, number>,
  words: Words,
): string | undefined {
  const { showIf } = item;
  if (!showIf) return undefined;
  const asked = form.items.find((other) => other.id === showIf.item);
  const labels = (asked?.options || [])
    .filter((option) => showIf.options.includes(option.id))
    .map((option) => fill(words.quoted, { text: option.label }));
  return fill(words.onlyIf, { n: numbers.get(showIf.item) || '', options: labels.join(words.or) });
}
