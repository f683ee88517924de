import { z } from '@hono/zod-openapi';
import type { ScoredSystem } from '../../analysis/scoring/score.ts';
import { FrozenFigure } from '../../survey-definitions/frozen-figures.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { Taking } from '../scoring/take-figures.ts';
import { presentNumberOrNull } from './calculated.ts';
import { CalculatedOrNull } from './schemas.ts';

const Total = z.object({
  total: CalculatedOrNull,
  grade: z.string().nullable(),
  complete: z.boolean(),
});

export const TakingSchema = z
  .object({
    before: Total,
    after: Total,
    indicators: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          before: CalculatedOrNull,
          after: CalculatedOrNull,
        }),
      )
      .describe('Those that surveys feed, with the score that counts'),
    groups: z.array(
      z.object({
        group: RespondentGroup,
        groupName: z.string(),
        open: z.array(z.string()).describe('Codes of the surveys that still collect'),
        replaces: z.object({ id: z.string(), frozenAt: z.string() }).nullable(),
      }),
    ),
    figures: z.array(FrozenFigure),
  })
  .openapi('Taking');

/** What freezing would do: scores, total and grade before and after. */
export function presentTaking(
  { evaluated, after, figures, groups }: Taking,
  language: Language,
): z.infer<typeof TakingSchema> {
  const { system, scored, evaluation, groupNames } = evaluated;
  const say = textFor(evaluation, language);
  const decimals = system.scoreDecimals;
  const total = ({ total, grade, complete }: ScoredSystem) => ({
    total: presentNumberOrNull(total, decimals),
    grade: grade && say(grade),
    complete,
  });
  return {
    before: total(scored),
    after: total(after),
    indicators: scored.indicators
      .filter(({ source }) => source !== null)
      .map(({ code, indicator, score }) => ({
        code,
        name: say(indicator.name),
        before: presentNumberOrNull(score, decimals),
        after: presentNumberOrNull(
          after.indicators.find((each) => each.code === code)?.score ?? null,
          decimals,
        ),
      })),
    groups: groups.map(({ group, open, replaces }) => ({
      group,
      groupName: textIn(groupName(group, groupNames.get(group)), language),
      open,
      replaces: replaces && { id: replaces.id, frozenAt: replaces.frozenAt },
    })),
    figures,
  };
}
