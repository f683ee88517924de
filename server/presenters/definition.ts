import { z } from '@hono/zod-openapi';
import type { Fault } from '../../survey-definitions/fault.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import type { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { TitledRef } from './schemas.ts';

// A definition itself is answered as it was published, to the letter: it is what people wrote and may read.

export const ListedQuestionnaire = TitledRef.extend({
  respondentGroup: RespondentGroup,
  respondentGroupName: z.string(),
});
export const ListedIndicatorSystem = TitledRef;

export function presentListedQuestionnaire(
  { id, version, respondentGroup, respondentGroupName, title }: Questionnaire,
  language: Language,
): z.infer<typeof ListedQuestionnaire> {
  return {
    id,
    version,
    respondentGroup,
    respondentGroupName: textIn(groupName(respondentGroup, respondentGroupName), language),
    title: textIn(title, language),
  };
}

export function presentListedIndicatorSystem(
  { id, version, title }: IndicatorSystem,
  language: Language,
): z.infer<typeof ListedIndicatorSystem> {
  return { id, version, title: textIn(title, language) };
}

const Warning = z.object({ path: z.string(), code: z.string(), message: z.string() });

/** The answer to a definition that was taken. */
export const DefinitionPosted = z.object({
  id: z.string(),
  version: z.int(),
  warnings: z.array(Warning).describe('Doubts about its design; they refuse nothing'),
});

export function presentPosted(
  { id, version }: { id: string; version: number },
  warnings: readonly Fault[],
): z.infer<typeof DefinitionPosted> {
  return {
    id,
    version,
    warnings: warnings.map(({ path, code, message }) => ({ path, code, message })),
  };
}
