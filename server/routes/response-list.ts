import { createRoute, z } from '@hono/zod-openapi';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { foundSurvey } from '../evaluations/load.ts';
import { listMatching } from '../fieldwork/matching-responses.ts';
import { requireRole } from '../http/guard.ts';
import { newRouter } from '../http/router.ts';
import {
  Channel,
  Disposition,
  json,
  listOf,
  otherwise,
  Paging,
  SurveyCode,
} from '../http/shapes.ts';

const where = { item: z.string().optional(), section: z.string().optional() };
const Row = z
  .object({
    id: z.string(),
    channel: Channel,
    receivedAt: z.string(),
    startedAt: z.string().nullable(),
    disposition: Disposition,
    reasons: z.array(z.object({ code: z.string(), ...where, rule: z.string().optional() })),
    flags: z.array(z.object({ code: z.string(), ...where, seconds: z.number().optional() })),
    answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  })
  .openapi('Response');

const Filter = Paging.extend({
  channel: Channel.optional(),
  disposition: Disposition.optional(),
  flagged: z
    .enum(['0', '1', 'true', 'false'])
    .transform((value) => value === '1' || value === 'true')
    .optional(),
  item: z.string().max(40).optional().describe('Only responses that answer this item'),
  option: z.string().max(40).optional().describe('… with this option'),
});

const list = createRoute({
  method: 'get',
  path: '/api/surveys/{code}/responses',
  summary: 'Responses in the order they came in; reading them is audited',
  request: { params: SurveyCode, query: Filter },
  responses: { 200: json(listOf(Row), 'A page'), ...otherwise(401, 403, 404, 422) },
});

export function responseListRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter().openapi(list, async (c) => {
    requireRole(c.get('actor'), 'admin', 'evaluator');
    const survey = await foundSurvey(store.read, c.req.valid('param').code);
    const filter = c.req.valid('query');
    const page = await listMatching(store.read, survey, filter);
    const { after: _, limit: __, ...asked } = filter;
    await audited(
      deps,
      c,
      {
        action: 'responses.read',
        evaluationId: survey.evaluationId,
        subject: survey.code,
        detail: { ...asked, rows: page.items.length },
      },
      async () => undefined,
    );
    const items = page.items.map(({ surveyCode: _s, contentHash: _h, ...row }) => row);
    return c.json({ items, next: page.next }, 200);
  });
}
