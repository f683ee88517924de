import { z } from '@hono/zod-openapi';
import { compare, exact, HUNDRED } from '../../survey-definitions/fraction.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { LONGEST_SOURCE } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import type { Actor } from '../accounts/actor.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { evaluationFor } from '../evaluations/load.ts';
import { languageOf } from '../http/language.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, jsonRequest, problems } from '../http/schemas.ts';
import { EarlierFigureSchema, presentEarlierFigure } from '../presenters/earlier-figure.ts';
import { Problem } from '../problem.ts';
import { earlierFigures } from '../scoring/earlier-figures.ts';
import type { Summaries } from '../scoring/summaries.ts';
import {
  deleteEarlierFigure,
  readEarlierFigures,
  writeEarlierFigure,
} from '../store/earlier-figures.ts';
import type { Evaluation } from '../store/evaluations.ts';

const OfGroup = EvaluationId.extend({ group: RespondentGroup });
const Percent = z
  .string()
  .max(20, { abort: true })
  .regex(/^\d{1,3}(\.\d{1,16})?$/, { error: 'a decimal such as "88.20"', abort: true })
  .refine((text) => compare(exact(text), HUNDRED) <= 0, 'a number from 0 to 100');

const list = route({
  method: 'get',
  path: '/api/evaluations/{id}/figures/earlier',
  access: 'figures.read',
  operationId: 'listEarlierFigures',
  summary: 'The figure of the year before of each group that is asked, and the change since',
  request: { params: EvaluationId },
  responses: {
    200: json(z.object({ items: z.array(EarlierFigureSchema) }), 'One of each group'),
    ...problems(401, 403, 404),
  },
});
const put = route({
  method: 'put',
  path: '/api/evaluations/{id}/figures/earlier/{group}',
  access: 'figures.write',
  operationId: 'putEarlierFigure',
  summary: 'Type in a group’s figure of the year before, with its source',
  request: {
    params: OfGroup,
    body: jsonRequest(
      z.strictObject({
        value: Percent.describe('In percent: "88.20"'),
        source: filledText(LONGEST_SOURCE).describe('Where it stands, such as a report’s page'),
      }),
    ),
  },
  responses: {
    200: json(EarlierFigureSchema, 'The group with it'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const takeBack = route({
  method: 'delete',
  path: '/api/evaluations/{id}/figures/earlier/{group}',
  access: 'figures.write',
  operationId: 'deleteEarlierFigure',
  summary: 'Take back what was typed in; nothing where nothing was',
  request: { params: OfGroup },
  responses: {
    204: { description: 'It no longer counts' },
    ...problems(401, 403, 404, 409),
  },
});

export function earlierFigureRoutes(deps: Deps & { summaries: Summaries }) {
  const { store, now, summaries } = deps;

  /** What is known of the groups that are asked. */
  async function known(actor: Actor, evaluation: Evaluation) {
    const [summary] = await summaries.of(store.read, [evaluation]);
    return earlierFigures(store.read, actor, evaluation, summary?.asks ?? []);
  }
  /** What is known of one of them. Throws not-acceptable where no indicator asks it. */
  async function knownOf(actor: Actor, evaluation: Evaluation, group: string) {
    const one = (await known(actor, evaluation)).find((each) => each.group === group);
    if (one === undefined) throw notAsked(group);
    return one;
  }

  return newRouter()
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param');
      const actor = c.get('actor');
      const evaluation = await evaluationFor(store.read, actor, 'figures.read', id);
      const to = { language: languageOf(c) };
      const items = (await known(actor, evaluation)).map((group) =>
        presentEarlierFigure(group, evaluation, to),
      );
      return c.json({ items }, 200);
    })
    .openapi(put, async (c) => {
      const { id, group } = c.req.valid('param');
      const { value, source } = c.req.valid('json');
      const actor = c.get('actor');
      const evaluation = await evaluationFor(store.read, actor, 'figures.write', id);
      await knownOf(actor, evaluation, group);
      await audited(
        deps,
        actor,
        (before: { value: string; source: string } | undefined) =>
          before?.value === value && before.source === source
            ? undefined
            : {
                action: 'figures.earlier',
                evaluationId: id,
                subject: group,
                detail: { value, source, ...(before && { before: before.value }) },
              },
        async (trx) => {
          await evaluationFor(trx, actor, 'figures.write', id);
          const before = (await readEarlierFigures(trx, id)).get(group);
          if (before?.value !== value || before.source !== source)
            await writeEarlierFigure(trx, id, group, {
              value,
              source,
              author: actor.name,
              at: now().toISOString(),
            });
          return before;
        },
      );
      const one = await knownOf(actor, evaluation, group);
      return c.json(presentEarlierFigure(one, evaluation, { language: languageOf(c) }), 200);
    })
    .openapi(takeBack, async (c) => {
      const { id, group } = c.req.valid('param');
      const actor = c.get('actor');
      await audited(
        deps,
        actor,
        (before: { value: string; source: string } | undefined) =>
          before && {
            action: 'figures.earlier-taken-back',
            evaluationId: id,
            subject: group,
            detail: { value: before.value, source: before.source },
          },
        async (trx) => {
          await evaluationFor(trx, actor, 'figures.write', id);
          const before = (await readEarlierFigures(trx, id)).get(group);
          if (before !== undefined) await deleteEarlierFigure(trx, id, group);
          return before;
        },
      );
      return c.body(null, 204);
    });
}

const notAsked = (group: string) =>
  new Problem('not-acceptable', {
    errors: [
      {
        path: '$.group',
        code: 'group-not-asked',
        message: {
          'zh-CN': `没有指标需要调查对象“${group}”`,
          en: `no indicator asks the group “${group}”`,
        },
      },
    ],
  });
