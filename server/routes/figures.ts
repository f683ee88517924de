import { createRoute, z } from '@hono/zod-openapi';
import { RespondentGroup } from '../../survey-definitions/questionnaire.ts';
import type { Deps } from '../context.ts';
import { foundEvaluation } from '../evaluations/load.ts';
import { type Figure, figuresOf } from '../figures/current.ts';
import { languageOf } from '../http/language.ts';
import { newRouter } from '../http/router.ts';
import { CalculatedOrNull, DefinitionRef, EvaluationId, json, otherwise } from '../http/shapes.ts';
import { shownOrNull } from '../presenters/calculated.ts';
import { toCsv } from '../reports/csv.ts';
import { readEvaluationSoFar } from '../scoring/current.ts';

const FigureShown = z
  .object({
    group: RespondentGroup,
    survey: z.string(),
    questionnaire: DefinitionRef,
    quantity: z.enum(['composite', 'item-satisfaction']),
    item: z.string().nullable(),
    topic: z.string(),
    base: z.int(),
    method: z.literal('exact'),
    value: CalculatedOrNull,
  })
  .openapi('Figure');

const show = createRoute({
  method: 'get',
  path: '/api/evaluations/{id}/figures',
  summary: 'Today’s satisfaction per group and item, for scorers who keep their table elsewhere',
  request: { params: EvaluationId },
  responses: {
    200: json(z.object({ items: z.array(FigureShown) }), 'The figures'),
    ...otherwise(401, 404),
  },
});
const csv = createRoute({
  method: 'get',
  path: '/api/evaluations/{id}/figures.csv',
  summary: 'The same as CSV',
  request: { params: EvaluationId },
  responses: {
    200: { description: 'UTF-8 with a head line', content: { 'text/csv': { schema: z.string() } } },
    ...otherwise(401, 404),
  },
});

export function figureRoutes({ store }: Deps) {
  const soFar = async (id: string) =>
    readEvaluationSoFar(store.read, await foundEvaluation(store.read, id));
  return newRouter()
    .openapi(show, async (c) => {
      const figures = figuresOf(await soFar(c.req.valid('param').id), languageOf(c));
      const items = figures.map((figure) => ({ ...figure, value: shownOrNull(figure.value, 2) }));
      return c.json({ items }, 200);
    })
    .openapi(csv, async (c) => {
      const figures = figuresOf(await soFar(c.req.valid('param').id), languageOf(c));
      return c.body(toCsv([HEAD, ...figures.map(rowOf)]), 200, {
        'Content-Type': 'text/csv; charset=UTF-8',
        'Content-Disposition': 'attachment; filename="figures.csv"',
      });
    });
}

const HEAD = [
  'group',
  'survey',
  'questionnaire',
  'version',
  'quantity',
  'item',
  'topic',
  'base',
  'method',
  'value',
  'display',
];

function rowOf({ questionnaire, value, ...figure }: Figure): (string | number | null)[] {
  const number = shownOrNull(value, 2);
  return [
    figure.group,
    figure.survey,
    questionnaire.id,
    questionnaire.version,
    figure.quantity,
    figure.item,
    figure.topic,
    figure.base,
    figure.method,
    number?.value ?? null,
    number?.display ?? null,
  ];
}
