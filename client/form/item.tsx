import { BrokenText } from './broken-text.tsx';
import { ChoiceOptions, limitWords } from './choice-item.tsx';
import type { ErrorInWords } from './error-words.ts';
import type { Acts, PageItem } from './page.ts';
import { TextField } from './text-item.tsx';
import type { Words } from './words.ts';

interface Props {
  item: PageItem;
  number: number;
  answer: string | string[] | undefined;
  error: ErrorInWords | undefined;
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
  const wrong = !!error && !error.fixed;
  const notes = [condition, item.help, limitWords(item, words)].filter((note) => note);
  const about = [];
  if (wrong) about.push(`${item.id}_error`);
  if (notes.length > 0) about.push(`${item.id}_help`);
  const describedBy = about.join(' ') || undefined;
  const question = (
    <>
      <span class="number">{number}</span> <BrokenText text={item.text} />
      {!item.required && <em> {words.optional}</em>}
    </>
  );
  const besides = (
    <>
      {notes.length > 0 && (
        <p class="help" id={`${item.id}_help`}>
          {notes.map((note, index) => (index ? [<br key={note} />, note] : note))}
        </p>
      )}
      {error && (
        <p class={wrong ? 'error' : 'error fixed'} id={`${item.id}_error`}>
          {error.text}
        </p>
      )}
    </>
  );
  const given = { item, answer, live, describedBy, words, disabled: frozen };
  return (
    <div class={wrong ? 'card wrong' : 'card'} id={`${item.id}_card`}>
      {item.type === 'text' ? (
        <>
          <label class="question" for={`${item.id}_`}>
            {question}
          </label>
          {besides}
          <TextField {...given} invalid={wrong} />
        </>
      ) : (
        <fieldset aria-describedby={describedBy}>
          <legend class="question">{question}</legend>
          {besides}
          <ChoiceOptions {...given} acts={acts} />
        </fieldset>
      )}
    </div>
  );
}
