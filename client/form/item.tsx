import type { Language } from '../../survey-definitions/text.ts';
import { aloneWords, ChoiceOptions, limitWords } from './choice-item.tsx';
import type { ErrorInWords } from './error-words.ts';
import type { FormWords } from './form-words.ts';
import { BrokenText } from './line-breaks.tsx';
import type { CardItem } from './page.ts';
import { TextField } from './text-item.tsx';

interface Props {
  item: CardItem;
  number: number;
  answer: string | string[] | undefined;
  error: ErrorInWords | undefined;
  /** Says when to answer at all, for a page without script, which shows every item. */
  condition: string | undefined;
  words: FormWords;
  language: Language;
}

/**
 * One question on its card: choice items are a fieldset with its legend, a text item a field with its label. The script
 * reads from the card what it must know of the item, and keeps the card up to date (live-card.ts).
 */
export function ItemCard({ item, number, answer, error, condition, words, language }: Props) {
  const { id, type, required, showIf, min, max, maxLength, alone = [], ends = [] } = item;
  const notes = [item.help, limitWords(item, words), aloneWords(item, words)].filter(
    (note) => note,
  );
  const about = [];
  if (error) about.push(`${id}_error`);
  if (condition) about.push(`${id}_if`);
  if (notes.length > 0) about.push(`${id}_help`);
  const describedBy = about.join(' ') || undefined;
  const question = (
    <>
      <span class="number">{number}</span> <BrokenText text={item.text} />
      {!required && <em> {words.optional}</em>}
    </>
  );
  const besides = (
    <>
      {condition && (
        <p class="help" id={`${id}_if`}>
          {condition}
        </p>
      )}
      {notes.length > 0 && (
        <p class="help" id={`${id}_help`}>
          {notes.map((note, index) => (index ? [<br key={note} />, note] : note))}
        </p>
      )}
      {/* The script gives it its id, should it come to need it. */}
      <p class="error" id={error && `${id}_error`}>
        {error?.text}
      </p>
    </>
  );
  const given = { item, answer, describedBy, words };
  return (
    <div
      class={error ? 'card wrong' : 'card'}
      id={`${id}_card`}
      data-optional={!required || undefined}
      data-if={showIf ? [showIf.item, ...showIf.options].join(' ') : undefined}
      data-min={min}
      data-max={maxLength || max}
      data-alone={alone.join(' ') || undefined}
      data-ends={ends.join(' ') || undefined}
    >
      {type === 'text' ? (
        <>
          <label class="question" for={`${id}_`}>
            {question}
          </label>
          {besides}
          <TextField {...given} invalid={!!error} />
        </>
      ) : (
        <fieldset aria-describedby={describedBy}>
          <legend class="question">{question}</legend>
          {besides}
          <ChoiceOptions {...given} language={language} />
        </fieldset>
      )}
    </div>
  );
}
