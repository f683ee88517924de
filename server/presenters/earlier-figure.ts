import { z } from '@hono/zod-openapi';
import { ExactNumber } from '../../survey-definitions/frozen-figures.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { EarlierFigure, GroupWithEarlier } from '../scoring/earlier-figures.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { presentNumber, presentNumberOrNull } from './calculated.ts';
import { CalculatedOrNull, type PresentedTo } from './schemas.ts';

const Source = z.union([
  z.object({
    kind: z.literal('frozen'),
    evaluation: z.string(),
    figures: z.string().describe('Id of what was frozen'),
    frozenAt: z.string(),
  }),
  z.object({
    kind: z.literal('typed'),
    text: z.string().describe('Where it stands, as it was typed in'),
    author: z.string(),
    at: z.string(),
  }),
]);
const Known = z.object({
  value: ExactNumber.describe('In percent; `exact` as it was typed in or frozen'),
  source: Source,
});

export const EarlierFigureSchema = z
  .object({
    group: RespondentGroup,
    groupName: z.string(),
    year: z.int(),
    value: z.union([ExactNumber, z.null()]).describe('null where nobody knows one'),
    source: z.union([Source, z.null()]),
    others: z.array(Known).describe('What else is known of that year, the newest first'),
    current: CalculatedOrNull.describe('This year’s, as its indicators score by it'),
    change: CalculatedOrNull.describe('From that year to this one'),
  })
  .openapi('EarlierFigure');

/** A group's figure of the year before beside this year's. */
export function presentEarlierFigure(
  of: GroupWithEarlier,
  evaluation: Evaluation,
  { language }: Pick<PresentedTo, 'language'>,
): z.infer<typeof EarlierFigureSchema> {
  const { group, named, current, earlier, others, change } = of;
  const { value = null, source = null } = earlier ? presentKnown(earlier) : {};
  return {
    group,
    groupName: textFor(evaluation, language)(groupName(group, named)),
    year: evaluation.year - 1,
    value,
    source,
    others: others.map(presentKnown),
    current: presentNumberOrNull(current, 2),
    change: presentNumberOrNull(change, 2),
  };
}

function presentKnown({ written, value, source }: EarlierFigure): z.infer<typeof Known> {
  const { value: nearest, display } = presentNumber(value, 2);
  return { value: { exact: written, value: nearest, display }, source: presentSource(source) };
}

function presentSource(source: EarlierFigure['source']): z.infer<typeof Source> {
  if (source.kind === 'typed') {
    const { kind, source: text, author, at } = source;
    return { kind, text, author, at };
  }
  const { kind, evaluation, figures, frozenAt } = source;
  return { kind, evaluation, figures, frozenAt };
}
