import { type Counts, contributionsOf } from '../../analysis/counts.ts';
import { judge } from '../../analysis/validity.ts';
import type { Answers, Questionnaire } from '../../survey-definitions/questionnaire.ts';

const ONLINE = { channel: 'online', durationSeconds: null, repeat: null } as const;

/** What some answers come to, be they valid or not. */
export function countedOf(questionnaire: Questionnaire, all: readonly Answers[]): Counts {
  const counts = new Map<string, Map<string, number>>();
  for (const answers of all)
    for (const { item, option } of contributionsOf(questionnaire, answers)) {
      const options = counts.get(item) ?? new Map<string, number>();
      counts.set(item, options.set(option, (options.get(option) ?? 0) + 1));
    }
  return counts;
}

/** Those that are valid by the questionnaire's own rules: what a survey's results are made of. */
export function validOf(questionnaire: Questionnaire, all: readonly Answers[]): Answers[] {
  return all.filter((answers) => judge(questionnaire, answers, ONLINE).disposition === 'valid');
}
