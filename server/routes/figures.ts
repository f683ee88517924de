import { z } from '@hono/zod-openapi';
import type { Actor } from '../accounts/actor.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { feedingSurveys } from '../evaluations/feeding-surveys.ts';
import { evaluationFor } from '../evaluations/load.ts';
import { feedingCodes, resultsNow, satisfactionFigures } from '../figures/current.ts';
import { languageOf } from '../http/language.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, problems } from '../http/schemas.ts';
import { FigureSchema, presentFigure } from '../presenters/figure.ts';
import { figuresCsv } from '../reports/figures-csv.ts';
import { listSurveys } from '../store/surveys.ts';

const show = route({
  method: 'get',
  path: '/api/evaluations/{id}/figures',
  access: 'figures.read',
  operationId: 'listFigures',
  summary: 'Today’s satisfaction per group and item, for scorers who keep their table elsewhere',
  request: { params: EvaluationId },
  responses: {
    200: json(z.object({ items: z.array(FigureSchema) }), 'The figures'),
    ...problems(401, 403, 404),
  },
});
const csv = route({
  method: 'get',
  path: '/api/evaluations/{id}/figures.csv',
  access: 'figures.read',
  operationId: 'downloadFiguresCsv',
  summary: 'The same as CSV; downloading it is audited',
  request: { params: EvaluationId },
  responses: {
    200: { description: 'UTF-8 with a head line', content: { 'text/csv': { schema: z.string() } } },
    ...problems(401, 403, 404),
  },
});

export function figureRoutes(deps: Deps) {
  const { store } = deps;
  const figuresOf = async (actor: Actor, id: string, language: ReturnType<typeof languageOf>) => {
    const evaluation = await evaluationFor(store.read, actor, 'figures.read', id);
    const surveys = await listSurveys(store.read, evaluation.id);
    const feeding = feedingSurveys(evaluation, surveys);
    const codes = feedingCodes(feeding);
    const feed = surveys.filter(({ code }) => codes.has(code));
    const figures = satisfactionFigures(await resultsNow(store.read, feed), feeding);
    return figures.map((figure) => presentFigure(figure, evaluation, language));
  };
  return newRouter()
    .openapi(show, async (c) => {
      const { id } = c.req.valid('param');
      return c.json({ items: await figuresOf(c.get('actor'), id, languageOf(c)) }, 200);
    })
    .openapi(csv, async (c) => {
      const { id } = c.req.valid('param');
      const actor = c.get('actor');
      const figures = await figuresOf(actor, id, languageOf(c));
      await audited(
        deps,
        actor,
        { action: 'figures.export', evaluationId: id, subject: id, detail: { format: 'csv' } },
        async () => undefined,
      );
      return c.body(figuresCsv(figures), 200, {
        'Content-Type': 'text/csv; charset=UTF-8',
        'Content-Disposition': 'attachment; filename="figures.csv"',
      });
    });
}
