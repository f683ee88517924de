import { shortened } from './composite-formulas.ts';
import type { CompositeWords } from './composite-words.ts';

const items = (n: number) => (n === 1 ? '1 item' : `${n} items`);
const answersOf = (n: string) => (n === '1' ? '1 scored answer' : `${n} scored answers`);

export const en: CompositeWords = {
  noItems: 'No item of this questionnaire counts towards the composite',
  noAnswers: 'No scored answers yet',
  mean: (n) => `Mean of ${items(n)}`,
  single: (topic) => `Satisfaction of “${topic}”`,
  weighted: (n) => `Weighted mean of ${items(n)}`,
  dimensions: (n) => `Weighted mean of ${n === 1 ? '1 dimension' : `${n} dimensions`}`,
  dimension: (name) => `“${name}”`,
  pooled: (n, answers) => `All ${answersOf(answers)} to ${items(n)} together, averaged by weight`,
  overall: (topic, base) => `Satisfaction of the overall item “${topic}” (${answersOf(base)})`,
  top: (n, grades) =>
    grades === 1
      ? `Share of the best grade, mean of ${items(n)}`
      : `Share of the ${grades} best grades, mean of ${items(n)}`,
  persons: (reaching, base, threshold) =>
    `Of ${base} respondents with a scored answer, ${reaching} reach ${threshold}% of full marks on their own mean`,
  empty: (names, what) =>
    `no scored answer to ${shortened(names.map((name) => `“${name}”`)).join(', ')}, ${
      what === 'left-out' ? 'not counted' : 'the other weights scaled up in proportion'
    }`,
  joint: '; ',
  stop: '.',
};
