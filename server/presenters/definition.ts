import { z } from '@hono/zod-openapi';
import type { Fault } from '../../survey-definitions/fault.ts';
import { exact } from '../../survey-definitions/fraction.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import type { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { allIndicators, asksOf } from '../../survey-definitions/survey-asks.ts';
import { SURVEY_QUANTITIES } from '../../survey-definitions/survey-quantity.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { presentWeight } from './calculated.ts';
import { Calculated, TitledRef } from './schemas.ts';

// A definition itself is answered as it was published, to the letter: it is what people wrote and may read.

export const ListedQuestionnaire = TitledRef.extend({
  respondentGroup: RespondentGroup,
  respondentGroupName: z.string(),
  items: z.int().describe('How many items it has'),
});
export const ListedIndicatorSystem = TitledRef.extend({
  level1: z.array(z.object({ code: z.string(), name: z.string(), weight: Calculated })),
  indicators: z.int().describe('How many indicators it has'),
  asks: z
    .array(
      z.object({
        group: RespondentGroup,
        quantity: z.enum(SURVEY_QUANTITIES),
        item: z.string().nullable().describe('Null where the number is the whole group’s'),
        indicators: z.array(z.string()).describe('Codes of those it feeds'),
      }),
    )
    .describe('The numbers that its indicators take from surveys; empty where none does'),
});

export function presentListedQuestionnaire(
  questionnaire: Questionnaire,
  language: Language,
): z.infer<typeof ListedQuestionnaire> {
  const { id, version, respondentGroup, respondentGroupName, title } = questionnaire;
  return {
    id,
    version,
    respondentGroup,
    respondentGroupName: textIn(groupName(respondentGroup, respondentGroupName), language),
    title: textIn(title, language),
    items: itemsOf(questionnaire).length,
  };
}

export function presentListedIndicatorSystem(
  system: IndicatorSystem,
  language: Language,
): z.infer<typeof ListedIndicatorSystem> {
  const { id, version, title, level1 } = system;
  return {
    id,
    version,
    title: textIn(title, language),
    level1: level1.map(({ code, name, weight }) => ({
      code,
      name: textIn(name, language),
      weight: presentWeight(exact(weight)),
    })),
    indicators: allIndicators(system).length,
    asks: asksOf(system).map(({ group, quantity, item, indicators }) => ({
      group,
      quantity,
      item,
      indicators,
    })),
  };
}

export const Warning = z.object({ path: z.string(), code: z.string(), message: z.string() });

/** The answer to a definition that was taken, or, in a dry run, would be. */
export const DefinitionPosted = z.object({
  id: z.string(),
  version: z.int(),
  warnings: z.array(Warning).describe('Doubts about its design; they refuse nothing'),
  published: z
    .boolean()
    .optional()
    .describe('Of a dry run only: whether the very same was published before'),
});

export function presentPosted(
  { id, version }: { id: string; version: number },
  warnings: readonly Fault[],
): z.infer<typeof DefinitionPosted> {
  return { id, version, warnings: presentWarnings(warnings) };
}

/** The answer to a dry run: nothing was stored. */
export function presentTried(
  { id, version }: { id: string; version: number },
  warnings: readonly Fault[],
  published: boolean,
): z.infer<typeof DefinitionPosted> {
  return { id, version, warnings: presentWarnings(warnings), published };
}

export function presentWarnings(warnings: readonly Fault[]): z.infer<typeof Warning>[] {
  return warnings.map(({ path, code, message }) => ({ path, code, message }));
}
