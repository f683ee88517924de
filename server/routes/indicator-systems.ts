import { createRoute, z } from '@hono/zod-openapi';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import { textIn } from '../../survey-definitions/text.ts';
import type { Deps } from '../context.ts';
import { DefinitionPosted, publish, refusedShape } from '../evaluations/publish-definition.ts';
import { languageOf } from '../http/language.ts';
import { newRouter, sentIn } from '../http/router.ts';
import { DefinitionPath, json, jsonRequest, listOf, otherwise } from '../http/shapes.ts';
import { Problem } from '../problem.ts';
import {
  findIndicatorSystem,
  insertIndicatorSystem,
  listIndicatorSystems,
} from '../store/indicator-systems.ts';

const Listed = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
});

const list = createRoute({
  method: 'get',
  path: '/api/indicator-systems',
  summary: 'Every version of every indicator system',
  responses: { 200: json(listOf(Listed), 'The list'), ...otherwise(401) },
});
const create = createRoute({
  method: 'post',
  path: '/api/indicator-systems',
  summary: 'Publish an indicator system version; every fault is named by its JSON path',
  request: { body: jsonRequest(IndicatorSystem) },
  responses: {
    200: json(DefinitionPosted, 'The same was published before'),
    201: json(DefinitionPosted, 'Published, with doubts about its design'),
    ...otherwise(401, 403, 409, 413, 415, 422),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/indicator-systems/{id}/{version}',
  summary: 'One version',
  request: { params: DefinitionPath },
  responses: { 200: json(IndicatorSystem, 'The definition'), ...otherwise(401, 404) },
});

export function indicatorSystemRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
    .openapi(list, async (c) => {
      const items = (await listIndicatorSystems(store.read)).map((each) => ({
        id: each.id,
        version: each.version,
        title: textIn(each.title, languageOf(c)),
      }));
      return c.json({ items, next: null }, 200);
    })
    .openapi(
      create,
      async (c) => {
        const checked = checkIndicatorSystem(c.req.valid('json'), languageOf(c));
        const { posted, status } = await publish(deps, c, checked, {
          action: 'indicator-system.create',
          insert: insertIndicatorSystem,
          find: findIndicatorSystem,
        });
        return c.json(posted, status);
      },
      (result, c) => {
        if (!result.success) throw refusedShape(result.error, sentIn(result), languageOf(c));
      },
    )
    .openapi(show, async (c) => {
      const { id, version } = c.req.valid('param');
      const found = await findIndicatorSystem(store.read, id, version);
      if (found === undefined) throw new Problem('unknown-indicator-system');
      return c.json(found, 200);
    });
}
