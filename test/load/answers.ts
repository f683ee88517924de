import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import type { Answers, Questionnaire } from '../../survey-definitions/questionnaire.ts';

/** Numbers from 0 to 1 that follow from the seed (mulberry32), so that every run has the same load. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Complete answers as citizens give them: every choice answered, one open answer in ten. */
export function randomAnswers(q: Questionnaire, random: () => number): Answers {
  const answers: Answers = {};
  for (const item of itemsOf(q)) {
    if (item.type === 'text') {
      if (random() < 0.1) answers[item.id] = '希望继续加强冬季大气治理。';
      continue;
    }
    const options = optionsOf(q, item);
    const option = options[Math.floor(random() * options.length)];
    if (option) answers[item.id] = item.type === 'multiple' ? [option.id] : option.id;
  }
  return answers;
}
