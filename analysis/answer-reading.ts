import { optionsOf } from '../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../survey-definitions/questionnaire.ts';
import { isBlank } from '../survey-definitions/response.ts';

/** What one raw answer says once it is held against its item. */
export type AnswerReading =
  | { kind: 'none' }
  | { kind: 'chosen'; options: readonly string[] }
  | { kind: 'text'; text: string }
  /** More marks than go together: two on a single choice, six where at most five may be chosen, “none of these” and another. */
  | { kind: 'double-mark' }
  /** Not an answer to this item at all: an option it does not have, or something that is no answer. */
  | { kind: 'unknown' };

/** Raw answers as they came in: meant to be `Answers`, but nobody has looked yet. */
export type RawAnswers = Readonly<Record<string, unknown>>;

const NONE: AnswerReading = { kind: 'none' };
const UNKNOWN: AnswerReading = { kind: 'unknown' };

/** The raw answer under an item's id; never something an object inherits, as under `constructor`. */
export function rawAnswer(answers: RawAnswers, id: string): unknown {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/**
 * Reads the answer to one item the same way for every purpose: counting, applicability and validity.
 * The same option marked twice is one mark. Never throws, whatever the raw answer is.
 */
export function readAnswer(
  questionnaire: Questionnaire,
  item: Item,
  answers: RawAnswers,
): AnswerReading {
  const raw = rawAnswer(answers, item.id);
  if (isBlank(raw)) return NONE;
  if (item.type === 'text') return typeof raw === 'string' ? { kind: 'text', text: raw } : UNKNOWN;

  const options = optionsOf(questionnaire, item);
  const marks = new Set<string>();
  for (const mark of Array.isArray(raw) ? raw : [raw]) {
    if (typeof mark !== 'string' || !options.some(({ id }) => id === mark)) return UNKNOWN;
    marks.add(mark);
  }
  const most = item.type === 'multiple' ? (item.max ?? options.length) : 1;
  const apart = marks.size > 1 && options.some(({ id, exclusive }) => exclusive && marks.has(id));
  return marks.size > most || apart
    ? { kind: 'double-mark' }
    : { kind: 'chosen', options: [...marks] };
}
