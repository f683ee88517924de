import { z } from '@hono/zod-openapi';
import {
  ARCHIVED_CHOICES,
  EVALUATION_SORTS,
  EVALUATION_STATES,
  LONGEST_SEARCH,
} from '../../survey-definitions/evaluation.ts';
import { isBlankText } from '../../survey-definitions/unseen.ts';
import { reachOf, standings } from '../accounts/access.ts';
import type { Deps } from '../context.ts';
import { nextNotice } from '../evaluations/retention.ts';
import { goodUntil, isNotModified } from '../http/not-modified.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, listOf, NOT_MODIFIED, Paging, problems } from '../http/schemas.ts';
import { EvaluationSchema, presentEvaluation } from '../presenters/evaluation.ts';
import { listedEvaluations } from '../scoring/evaluation-list.ts';
import { createStandings } from '../scoring/standings.ts';
import type { Summaries } from '../scoring/summaries.ts';
import { countNamesakes } from '../store/evaluations.ts';
import { readOverallRevision } from '../store/revisions.ts';

const Listing = Paging.extend({
  after: z.string().max(1000).optional().describe('`next` of the page before, in the same order'),
  q: z
    .string()
    .max(LONGEST_SEARCH)
    .optional()
    .describe(
      'Words, each of which is found in department, place, year, report number, indicator system or the code of a survey',
    ),
  state: z.enum(EVALUATION_STATES).optional(),
  sort: z.enum(EVALUATION_SORTS).default('newest'),
  archived: z.enum(ARCHIVED_CHOICES).default('no').describe('Whether archived ones are listed'),
});
const earliest = (...times: (Date | null)[]): Date | null =>
  times.reduce((first, time) => (first === null || (time && time < first) ? time : first), null);

const list = route({
  method: 'get',
  path: '/api/evaluations',
  access: 'evaluations.list',
  operationId: 'listEvaluations',
  summary:
    'Evaluations in which the caller has a role (an admin: all), newest first unless `sort` says otherwise',
  request: { query: Listing },
  responses: {
    200: json(listOf(EvaluationSchema), 'A page'),
    304: NOT_MODIFIED,
    ...problems(401, 403, 422),
  },
});

/** The list, which asks again and again; what was scored for it is kept in `summaries`. */
export function evaluationListRoutes({ summaries, ...deps }: Deps & { summaries: Summaries }) {
  const { store } = deps;
  const known = createStandings(summaries);
  return newRouter().openapi(list, async (c) => {
    const to = presentedTo(c, deps);
    const wanted = c.req.valid('query');
    const revision = await readOverallRevision(store.read);
    const actor = c.get('actor');
    const reach = reachOf(actor);
    const caller = JSON.stringify([actor.name, actor.account, actor.token ?? null]);
    const rests = [revision, to.language, to.baseUrl, caller, JSON.stringify(wanted)];
    if (isNotModified(c, rests, to.now)) return c.body(null, 304);
    const standing = await standings(store.read, actor);
    const listed = await listedEvaluations(
      store.read,
      { summaries, standings: known },
      {
        ...wanted,
        reach,
        seesTotal: (id) => standing(id)?.permissions.includes('scoring.read') === true,
        q: isBlankText(wanted.q ?? '') ? '' : (wanted.q ?? ''),
      },
      to.now,
    );
    const evaluations = listed.items.map(({ evaluation }) => evaluation);
    goodUntil(c, earliest(listed.goodUntil, nextNotice(evaluations, to.now)));
    const namesakes = await countNamesakes(store.read, evaluations, reach);
    const items = listed.items.flatMap((each) => {
      const { id } = each.evaluation;
      const caller = standing(id);
      // Taken off it this very moment.
      if (caller === undefined) return [];
      return [presentEvaluation(each, caller, to, namesakes.get(id))];
    });
    return c.json({ items, next: listed.next }, 200);
  });
}
