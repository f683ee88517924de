import { z } from '@hono/zod-openapi';
import {
  MOST_PLANNED,
  MOST_POPULATION,
  PHASES,
  SAMPLINGS,
  SURVEY_ACCESSES,
} from '../../survey-definitions/survey.ts';
import { Time, WantedDefinition } from '../http/shapes.ts';
import type { FaultIn } from '../problem.ts';

const planned = z.int().min(0).max(MOST_PLANNED);

/** What a survey is asked for with. */
export const NewSurvey = z.strictObject({
  questionnaire: WantedDefinition,
  plan: z.strictObject({
    total: planned.describe('计划发放数'),
    byChannel: z.strictObject({ online: planned.optional(), paper: planned.optional() }).optional(),
  }),
  population: z.int().min(1).max(MOST_POPULATION).optional(),
  sampling: z.enum(SAMPLINGS).optional(),
  phase: z.enum(PHASES),
  access: z.enum(SURVEY_ACCESSES),
  proofOfWork: z.boolean().optional(),
  opensAt: Time.optional(),
  closesAt: Time.optional(),
});
export type NewSurvey = z.infer<typeof NewSurvey>;

/** What cannot be true together. */
export function newSurveyErrors({ plan, opensAt, closesAt }: NewSurvey): FaultIn[] {
  const { online = 0, paper = 0 } = plan.byChannel ?? {};
  const errors: FaultIn[] = [];
  if (online + paper > plan.total) {
    const message = `${online} + ${paper} > ${plan.total}`;
    errors.push({ path: '$.plan.byChannel', code: 'more-than-total', message });
  }
  if (opensAt && closesAt && Date.parse(opensAt) >= Date.parse(closesAt)) {
    const message = `${opensAt} >= ${closesAt}`;
    errors.push({ path: '$.closesAt', code: 'closes-before-it-opens', message });
  }
  return errors;
}
