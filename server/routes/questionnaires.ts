import { createRoute, z } from '@hono/zod-openapi';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { Questionnaire, RespondentGroup } from '../../survey-definitions/questionnaire.ts';
import { textIn } from '../../survey-definitions/text.ts';
import type { Deps } from '../context.ts';
import { DefinitionPosted, publish, refusedShape } from '../evaluations/publish-definition.ts';
import { languageOf } from '../http/language.ts';
import { newRouter, sentIn } from '../http/router.ts';
import { DefinitionPath, json, jsonRequest, listOf, otherwise } from '../http/shapes.ts';
import { Problem } from '../problem.ts';
import {
  findQuestionnaire,
  insertQuestionnaire,
  listQuestionnaires,
} from '../store/questionnaires.ts';

const Listed = z.object({
  id: z.string(),
  version: z.int(),
  respondentGroup: RespondentGroup,
  title: z.string(),
});

const list = createRoute({
  method: 'get',
  path: '/api/questionnaires',
  summary: 'Every version of every questionnaire',
  responses: { 200: json(listOf(Listed), 'The list'), ...otherwise(401) },
});
const create = createRoute({
  method: 'post',
  path: '/api/questionnaires',
  summary: 'Publish a questionnaire version; every fault is named by its JSON path',
  request: { body: jsonRequest(Questionnaire) },
  responses: {
    200: json(DefinitionPosted, 'The same was published before'),
    201: json(DefinitionPosted, 'Published, with doubts about its design'),
    ...otherwise(401, 403, 409, 413, 415, 422),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/questionnaires/{id}/{version}',
  summary: 'One version',
  request: { params: DefinitionPath },
  responses: { 200: json(Questionnaire, 'The definition'), ...otherwise(401, 404) },
});

export function questionnaireRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
    .openapi(list, async (c) => {
      const items = (await listQuestionnaires(store.read)).map((each) => ({
        id: each.id,
        version: each.version,
        respondentGroup: each.respondentGroup,
        title: textIn(each.title, languageOf(c)),
      }));
      return c.json({ items, next: null }, 200);
    })
    .openapi(
      create,
      async (c) => {
        const checked = checkQuestionnaire(c.req.valid('json'), languageOf(c));
        const { posted, status } = await publish(deps, c, checked, {
          action: 'questionnaire.create',
          insert: insertQuestionnaire,
          find: findQuestionnaire,
        });
        return c.json(posted, status);
      },
      (result, c) => {
        if (!result.success) throw refusedShape(result.error, sentIn(result), languageOf(c));
      },
    )
    .openapi(show, async (c) => {
      const { id, version } = c.req.valid('param');
      const found = await findQuestionnaire(store.read, id, version);
      if (found === undefined) throw new Problem('unknown-questionnaire');
      return c.json(found, 200);
    });
}
