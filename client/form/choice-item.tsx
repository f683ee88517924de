import type { Language } from '../../survey-definitions/text.ts';
import { fill } from './fill.ts';
import type { FormWords } from './form-words.ts';
import type { CardItem } from './page.ts';
import { FULL } from './quota-words.ts';
import { chosenOptions } from './show-if.ts';

interface Props {
  item: CardItem;
  answer: string | string[] | undefined;
  describedBy: string | undefined;
  words: FormWords;
  language: Language;
}

/** Options as cards, each a real radio or checkbox with its label: the whole card can be tapped. */
export function ChoiceOptions({ item, answer, describedBy, words, language }: Props) {
  const options = item.options || [];
  const grades = options.filter((option) => option.scored);
  const chosen = chosenOptions(answer);
  const type = item.type === 'multiple' ? 'checkbox' : 'radio';
  const cells = areCells(grades);
  return (
    <>
      <div class={cells ? 'options cells' : layout(item, options)}>
        {options.map((option) => (
          <label key={option.id} class={cells && !option.scored ? 'whole' : undefined}>
            <input
              type={type}
              name={item.id}
              value={option.id}
              checked={chosen.includes(option.id)}
              aria-describedby={type === 'checkbox' ? describedBy : undefined}
            />
            <span>
              {option.label}
              {option.quotaFull && <small class="full">{FULL[language]}</small>}
              {option.scored && (
                <i class={`s${scaleColour(grades.indexOf(option), grades.length)}`} />
              )}
            </span>
          </label>
        ))}
      </div>
      {!item.required && type === 'radio' && (
        <button type="button" class="quiet" hidden>
          {words.clear}
        </button>
      )}
    </>
  );
}

/**
 * The figures of a long scale stand in rows, and what is no grade (不了解) in a row of its own below them, as wide as they
 * are together.
 */
function areCells(grades: { label: string }[]): boolean {
  return grades.length > 5 && longestOf(grades) <= 2;
}

/**
 * Two short options (男, 女) stand side by side, and a scale whose labels fit in a row on a wide screen; all else is read from
 * top to bottom.
 */
function layout(item: CardItem, options: { label: string }[]): string {
  const n = options.length;
  const longest = longestOf(options);
  if (n === 2 && longest <= 6) return 'options two';
  // A card takes 4 em beside its label, and the column has 34.
  return item.type === 'satisfaction' && n * (longest + 4) <= 34 ? 'options row' : 'options';
}

function longestOf(options: { label: string }[]): number {
  return Math.max(...options.map((option) => widthOf(option.label)));
}

/** About how wide a label is, in em: a Chinese character is square, a letter half of that. */
function widthOf(label: string): number {
  return [...label].reduce((width, character) => width + (character > '\u2e80' ? 1 : 0.55), 0);
}

/**
 * Which of the five ordered colours, 0 (accent) to 4 (warm), stands for a place among the grades of a scale, best first.
 * A scale of four leaves out the light warm one, so that its third option, usually 一般, is the neutral.
 */
export function scaleColour(position: number, length: number): number {
  return length < 2 ? 0 : Math.floor((position * 4) / (length - 1));
}

/** Most grades of a scale that can be seen at a glance on the smallest phone. */
const GLANCE = 5;

/**
 * How many options may be chosen, in words; none for radios, which say it by themselves. Of a long scale, how many answers
 * follow, since the last of them may not be in sight.
 */
export function limitWords(item: CardItem, words: FormWords): string | undefined {
  const n = item.options?.length ?? 0;
  if (item.type === 'satisfaction' && n > GLANCE) return fill(words.grades, { n });
  if (item.type !== 'multiple') return undefined;
  const { min = 1, max } = item;
  if (max === undefined) return min > 1 ? fill(words.atLeast, { min }) : words.anyNumber;
  if (min === max) return fill(words.exactly, { max });
  return min > 1 ? fill(words.between, { min, max }) : fill(words.atMost, { max });
}

/** Which options stand alone, by their labels; none for radios, of which one is chosen anyway. */
export function aloneWords(item: CardItem, words: FormWords): string | undefined {
  const { options = [], alone = [] } = item;
  const labels = options
    .filter((option) => alone.includes(option.id))
    .map((option) => fill(words.quoted, { text: option.label }));
  return labels.length > 0 ? fill(words.alone, { options: labels.join(words.or) }) : undefined;
}
