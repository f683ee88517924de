import { z } from '@hono/zod-openapi';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { evaluationFor } from '../evaluations/load.ts';
import { hashed } from '../figures/freeze.ts';
import { movesBetween, movesSince } from '../figures/stale.ts';
import { languageOf } from '../http/language.ts';
import { isNotModified } from '../http/not-modified.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import {
  EvaluationId,
  json,
  jsonRequest,
  listOf,
  NOT_MODIFIED,
  problems,
} from '../http/schemas.ts';
import {
  DifferencesSchema,
  FrozenFiguresSchema,
  ListedFiguresSchema,
  presentFrozen,
  presentListedFigures,
  presentMoves,
} from '../presenters/frozen-figures.ts';
import { presentTaking, TakingSchema } from '../presenters/taking.ts';
import { Problem } from '../problem.ts';
import { frozenFiguresCsv } from '../reports/frozen-figures-csv.ts';
import { frozenFiguresXlsx } from '../reports/frozen-figures-xlsx.ts';
import { freeze, tryFreezing } from '../scoring/take-figures.ts';
import type { Evaluation } from '../store/evaluations.ts';
import {
  findFrozen,
  insertFrozen,
  listFrozen,
  readScoredFigures,
  type StoredFigures,
} from '../store/frozen-figures.ts';
import { bumpRevision } from '../store/revisions.ts';
import type { Db } from '../store/tables.ts';

const FiguresId = EvaluationId.extend({ figuresId: z.string().max(60) });

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What follows the id in the address of a file, with what is in the file. */
const FILES = {
  csv: { type: 'text/csv; charset=UTF-8', make: async (...of: FileOf) => frozenFiguresCsv(...of) },
  xlsx: { type: XLSX, make: async (...of: FileOf) => frozenFiguresXlsx(...of) },
} as const;
type FileOf = Parameters<typeof frozenFiguresCsv>;
/** In the description of the API, and not in the type of the call: whoever asks by its type asks for JSON. */
const AS_FILES: object = {
  'text/csv': { schema: z.string() },
  [XLSX]: { schema: z.string().openapi({ format: 'binary' }) },
};

const take = route({
  method: 'post',
  path: '/api/evaluations/{id}/figures',
  access: 'figures.write',
  operationId: 'freezeFigures',
  summary: 'Freeze the figures of groups (定稿): their indicators score by them from then on',
  request: {
    params: EvaluationId,
    query: z.object({ dryRun: z.enum(['1']).optional() }),
    body: jsonRequest(
      z.strictObject({
        groups: z
          .array(RespondentGroup)
          .min(1)
          .max(100)
          .optional()
          .describe('All that something feeds where they are left out'),
      }),
    ),
  },
  responses: {
    200: json(TakingSchema, 'With dryRun=1: what it would do; nothing is stored'),
    201: json(FrozenFiguresSchema, 'What was frozen'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const list = route({
  method: 'get',
  path: '/api/evaluations/{id}/figures/frozen',
  access: 'figures.read',
  operationId: 'listFrozenFigures',
  summary: 'All that was frozen, the newest first, and how far each has moved since',
  request: { params: EvaluationId },
  responses: {
    200: json(listOf(ListedFiguresSchema), 'All of them'),
    304: NOT_MODIFIED,
    ...problems(401, 403, 404),
  },
});
const one = route({
  method: 'get',
  path: '/api/evaluations/{id}/figures/frozen/{figuresId}',
  access: 'figures.read',
  operationId: 'getFrozenFigures',
  summary: 'What was frozen, whole, with its hash; with .csv or .xlsx behind its id as a file',
  request: { params: FiguresId },
  responses: {
    200: {
      description: 'What was frozen; downloading a file is audited',
      content: { 'application/json': { schema: FrozenFiguresSchema }, ...AS_FILES },
    },
    304: NOT_MODIFIED,
    ...problems(401, 403, 404),
  },
});
const differences = route({
  method: 'get',
  path: '/api/evaluations/{id}/figures/frozen/{figuresId}/differences/{other}',
  access: 'figures.read',
  operationId: 'compareFrozenFigures',
  summary: 'How far one freezing is from another',
  request: { params: FiguresId.extend({ other: z.string().max(60) }) },
  responses: {
    200: json(DifferencesSchema, 'From the first to the other'),
    ...problems(401, 403, 404),
  },
});

export function frozenFigureRoutes(deps: Deps) {
  const { store, now } = deps;
  return newRouter()
    .openapi(take, async (c) => {
      const { id } = c.req.valid('param');
      const { groups } = c.req.valid('json');
      const actor = c.get('actor');
      const language = languageOf(c);
      const evaluation = await evaluationFor(store.read, actor, 'figures.write', id);
      if (c.req.valid('query').dryRun !== undefined)
        return c.json(
          presentTaking(await tryFreezing(store.read, evaluation, groups, now()), language),
          200,
        );
      const by = { frozenBy: actor.name, now: now() };
      const content = await freeze(store.read, evaluation, groups, by);
      const { canonical, hash } = hashed(content);
      const stored = { content, hash };
      await audited(
        deps,
        actor,
        {
          action: 'figures.freeze',
          evaluationId: id,
          subject: content.id,
          detail: {
            hash,
            groups: content.figures
              .filter(({ quantity }) => quantity === 'composite')
              .map(({ group, value, base }) => ({ group, value: value?.exact ?? null, base })),
          },
        },
        async (trx) => {
          await evaluationFor(trx, actor, 'figures.write', id);
          await insertFrozen(trx, canonical, stored);
          await bumpRevision(trx, id);
        },
      );
      return c.json(await presented(store.read, evaluation, stored, now(), language), 201);
    })
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param');
      const language = languageOf(c);
      const evaluation = await evaluationFor(store.read, c.get('actor'), 'figures.read', id);
      if (isNotModified(c, [id, evaluation.revision, language], now())) return c.body(null, 304);
      const frozen = await listFrozen(store.read, id);
      const moves = await movesSince(
        store.read,
        evaluation,
        frozen.map(({ content }) => content),
        now(),
      );
      const scoring = await readScoredFigures(store.read, id);
      const items = frozen.map((stored, index) =>
        presentListedFigures(
          stored,
          { scores: scoresOf(scoring, stored), moves: moves[index] ?? new Map() },
          language,
        ),
      );
      return c.json({ items, next: null }, 200);
    })
    .openapi(one, async (c) => {
      const { id, figuresId } = c.req.valid('param');
      const language = languageOf(c);
      const actor = c.get('actor');
      const evaluation = await evaluationFor(store.read, actor, 'figures.read', id);
      const [, named = '', format] = /^([^.]*)(?:\.(csv|xlsx))?$/.exec(figuresId) ?? [];
      const stored = await frozenFor(store.read, id, named);
      if (isNotModified(c, [figuresId, evaluation.revision, language], now()))
        return c.body(null, 304);
      if (format === 'csv' || format === 'xlsx') {
        const { type, make } = FILES[format];
        const file = await make(stored, language);
        await audited(
          deps,
          actor,
          { action: 'figures.export', evaluationId: id, subject: named, detail: { format } },
          async () => undefined,
        );
        return c.body(file, 200, {
          'Content-Type': type,
          'Content-Disposition': `attachment; filename="figures-${named}.${format}"`,
        }) as never;
      }
      return c.json(await presented(store.read, evaluation, stored, now(), language), 200);
    })
    .openapi(differences, async (c) => {
      const { id, figuresId, other } = c.req.valid('param');
      await evaluationFor(store.read, c.get('actor'), 'figures.read', id);
      const from = await frozenFor(store.read, id, figuresId);
      const to = await frozenFor(store.read, id, other);
      return c.json(presentMoves(movesBetween(from.content, to.content), languageOf(c)), 200);
    });
}

/** Throws unknown-figures. */
async function frozenFor(db: Db, evaluationId: string, figuresId: string): Promise<StoredFigures> {
  const named = EvaluationId.safeParse({ id: figuresId });
  const stored = named.success && (await findFrozen(db, evaluationId, named.data.id));
  if (!stored) throw new Problem('unknown-figures');
  return stored;
}

async function presented(
  db: Db,
  evaluation: Evaluation,
  stored: StoredFigures,
  now: Date,
  language: ReturnType<typeof languageOf>,
) {
  const [moves = new Map()] = await movesSince(db, evaluation, [stored.content], now);
  const scores = scoresOf(await readScoredFigures(db, evaluation.id), stored);
  return presentFrozen(stored, { scores, moves }, language);
}

const scoresOf = (
  scoring: Awaited<ReturnType<typeof readScoredFigures>>,
  { content }: StoredFigures,
): string[] =>
  content.groups.map(({ group }) => group).filter((group) => scoring.get(group)?.id === content.id);
