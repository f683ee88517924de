import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { fillQuestionnaire } from '../../survey-definitions/form.ts';
import type { Deps } from '../context.ts';
import { evaluationFor } from '../evaluations/load.ts';
import { placeholdersOf } from '../evaluations/placeholders.ts';
import { answerPage, nonceOf, pageLanguage } from '../http/page.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { DefinitionPath, EvaluationId, html, problems } from '../http/schemas.ts';
import { presentPreview } from '../presenters/respondent-page.ts';
import { Problem } from '../problem.ts';
import { findQuestionnaire } from '../store/questionnaires.ts';

const { id: questionnaire, version } = DefinitionPath.shape;

const show = route({
  method: 'get',
  path: '/api/evaluations/{id}/preview/{questionnaire}/{version}',
  access: 'evaluations.read',
  operationId: 'showPreview',
  summary: 'A questionnaire as a phone shows it, the evaluation’s names filled in; stores nothing',
  request: {
    params: EvaluationId.extend({ questionnaire, version }),
    query: z.object({
      lang: z.string().max(35).optional(),
      elder: z.string().max(1).optional().describe('1: in large print'),
    }),
  },
  responses: { 200: html('The page'), ...problems(401, 403, 404, 422) },
});

export function previewRoutes({ store, assets, now }: Deps) {
  return newRouter().openapi(show, async (c) => {
    const params = c.req.valid('param');
    const evaluation = await evaluationFor(
      store.read,
      c.get('actor'),
      'evaluations.read',
      params.id,
    );
    const found = await findQuestionnaire(store.read, params.questionnaire, params.version);
    if (found === undefined) throw new Problem('unknown-questionnaire');
    const form = fillQuestionnaire(found, placeholdersOf(evaluation), pageLanguage(c));
    const given = { responseId: randomUUID(), startedAt: now().toISOString() };
    const elder = c.req.valid('query').elder === '1';
    return answerPage(
      c,
      presentPreview(evaluation, form, given, { nonce: nonceOf(c), assets: assets.form, elder }),
    );
  });
}
