import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Deps } from '../context.ts';
import { evaluationFor, surveyFor } from '../evaluations/load.ts';
import type { AppEnv } from '../http/env.ts';
import { eventStream, type ServerSentEvent } from '../http/event-stream.ts';
import { isStillLetIn } from '../http/guard.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, problems, SurveyCode } from '../http/schemas.ts';
import { follow } from '../live/follow.ts';
import type { Live } from '../live/live.ts';
import type { Places } from '../live/places.ts';
import { readProgressNow } from '../live/read-progress.ts';
import type { Snapshots } from '../live/snapshots.ts';
import {
  EvaluationProgressSchema,
  ProgressSchema,
  presentProgress,
} from '../presenters/progress.ts';
import { findEvaluation } from '../store/evaluations.ts';
import { listSurveys } from '../store/surveys.ts';

const PERMISSION = 'progress.read';

const show = route({
  method: 'get',
  path: '/api/surveys/{code}/progress',
  access: PERMISSION,
  operationId: 'getProgress',
  summary: 'How the fieldwork goes, by channel, by collection point, by day and by hour',
  request: { params: SurveyCode },
  responses: { 200: json(ProgressSchema, 'The progress'), ...problems(401, 403, 404) },
});

const showAll = route({
  method: 'get',
  path: '/api/evaluations/{id}/progress',
  access: PERMISSION,
  operationId: 'getEvaluationProgress',
  summary: 'How the fieldwork of every survey of an evaluation goes',
  request: { params: EvaluationId },
  responses: {
    200: json(EvaluationProgressSchema, 'The progress of each, the oldest survey first'),
    ...problems(401, 403, 404),
  },
});

const events = (description: string) => ({
  200: { description, content: { 'text/event-stream': { schema: z.string() } } },
  ...problems(401, 403, 404, 503),
});

const watch = route({
  method: 'get',
  path: '/api/surveys/{code}/progress/stream',
  access: PERMISSION,
  operationId: 'watchProgress',
  summary: 'The progress as server-sent events, whenever it changes',
  request: { params: SurveyCode },
  responses: events('Events named `progress`, each with the progress as JSON; the first at once'),
});

const watchAll = route({
  method: 'get',
  path: '/api/evaluations/{id}/progress/stream',
  access: PERMISSION,
  operationId: 'watchEvaluationProgress',
  summary: 'The progress of an evaluation as server-sent events, whenever it changes',
  request: { params: EvaluationId },
  responses: events(
    'Events named `progress`: first all surveys (`whole`), then those that have changed, all again where one came or went',
  ),
});

export interface LiveDeps {
  live: Live;
  snapshots: Snapshots;
  places: Places;
}

export function progressRoutes(deps: Deps & LiveDeps) {
  const { store, log } = deps;
  const elapsed = deps.elapsed ?? (() => performance.now());

  /** Follows an evaluation, or the one survey of it, for whoever asks. */
  const stream = (
    c: Context<AppEnv>,
    of: { evaluationId: string; only?: string },
    write: (event: { surveys: string[]; whole: boolean; at: string }) => string | undefined,
  ) => {
    const { language, baseUrl } = presentedTo(c, deps);
    const say = (now: Parameters<typeof presentProgress>[0]) =>
      presentProgress(now, { language, baseUrl });
    async function* sent(signal: AbortSignal): AsyncGenerator<ServerSentEvent> {
      const mayStill = () =>
        isStillLetIn(c, deps, PERMISSION, async () => {
          const evaluation = await findEvaluation(store.read, of.evaluationId);
          return evaluation !== undefined;
        });
      const to = { key: `${language} ${baseUrl}`, say };
      for await (const event of follow({ ...deps, elapsed }, { ...of, to, mayStill, signal })) {
        if (event.kind === 'heartbeat') yield 'heartbeat';
        else {
          const data = write(event);
          // The survey was deleted.
          if (data === undefined) return;
          yield { event: 'progress', data };
        }
      }
    }
    return eventStream(c, log, () => ({
      done: deps.places.take(c.get('actor').account.id),
      events: sent,
    }));
  };

  return newRouter()
    .openapi(show, async (c) => {
      const { code } = c.req.valid('param');
      const survey = await surveyFor(store.read, c.get('actor'), PERMISSION, code);
      const to = presentedTo(c, deps);
      const progress = await readProgressNow(store.read, survey, to.now);
      return c.json(presentProgress(progress, to), 200);
    })
    .openapi(showAll, async (c) => {
      const { id } = c.req.valid('param');
      await evaluationFor(store.read, c.get('actor'), PERMISSION, id);
      const to = presentedTo(c, deps);
      const surveys = await listSurveys(store.read, id);
      const all = await Promise.all(
        surveys.map((survey) => readProgressNow(store.read, survey, to.now)),
      );
      return c.json(
        {
          evaluation: id,
          at: to.now.toISOString(),
          whole: true,
          surveys: all.map((progress) => presentProgress(progress, to)),
        },
        200,
      );
    })
    .openapi(watch, async (c) => {
      const { code } = c.req.valid('param');
      const survey = await surveyFor(store.read, c.get('actor'), PERMISSION, code);
      return stream(
        c,
        { evaluationId: survey.evaluationId, only: code },
        ({ surveys: [only] }) => only,
      );
    })
    .openapi(watchAll, async (c) => {
      const { id } = c.req.valid('param');
      await evaluationFor(store.read, c.get('actor'), PERMISSION, id);
      return stream(c, { evaluationId: id }, ({ surveys, whole, at }) => {
        const said = JSON.stringify({ evaluation: id, at, whole });
        return `${said.slice(0, -1)},"surveys":[${surveys.join(',')}]}`;
      });
    });
}
