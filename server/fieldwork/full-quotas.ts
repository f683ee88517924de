import { readAnswer } from '../../analysis/answer-reading.ts';
import { applicableItems } from '../../analysis/applicability.ts';
import { fullOptions } from '../../analysis/quota-fill.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import type { Answers, Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { readCounts } from '../store/counts.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** The options, by item, that end the questionnaire because as many valid responses as were wanted are there. */
export type FullOptions = ReadonlyMap<string, ReadonlySet<string>>;

/** As the counts stand now; a survey whose plan ends nothing is asked nothing. */
export async function readFullOptions(
  db: Db,
  { code, plan }: Pick<Survey, 'code' | 'plan'>,
): Promise<FullOptions> {
  const ending = (plan.quotas ?? []).filter(({ endsWhenFull }) => endsWhenFull);
  if (ending.length === 0) return new Map();
  return fullOptions(ending, await readCounts(db, code, { items: ending.map(({ item }) => item) }));
}

/** The first item, in the order they are asked, that applies and was answered with one of these options. */
export function itemThatIsFull(
  questionnaire: Questionnaire,
  answers: Answers,
  full: FullOptions,
): string | undefined {
  if (full.size === 0) return undefined;
  const applicable = applicableItems(questionnaire, answers);
  return itemsOf(questionnaire).find((item) => {
    const options = full.get(item.id);
    if (options === undefined || !applicable.has(item.id)) return false;
    const reading = readAnswer(questionnaire, item, answers);
    return reading.kind === 'chosen' && reading.options.some((option) => options.has(option));
  })?.id;
}
