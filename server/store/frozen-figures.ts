import { z } from 'zod';
import { FrozenContent, FrozenFigure } from '../../survey-definitions/frozen-figures.ts';
import { fromJson } from './json-column.ts';
import type { Db } from './tables.ts';

/** A figure as it was frozen (定稿), with the SHA-256 of its canonical JSON. */
export interface StoredFigures {
  content: FrozenContent;
  hash: string;
}

/** What the indicators of a group score by: the group's figures as they were last frozen. */
export interface ScoredFigures {
  /** Id of what was frozen. */
  id: string;
  frozenAt: string;
  figures: FrozenFigure[];
}
const ScoredContent = z.object({ figures: z.array(FrozenFigure) });

/**
 * Stores what was frozen; from then on its groups score by it, also where another was frozen at the same moment by a clock that
 * goes otherwise. Call it where the evaluation is held.
 */
export async function insertFrozen(
  trx: Db,
  canonical: string,
  stored: StoredFigures,
): Promise<void> {
  const { content, hash } = stored;
  const { id, frozenAt, frozenBy, evaluation } = content;
  await trx
    .insertInto('frozen_figures')
    .values({
      id,
      evaluation_id: evaluation.id,
      frozen_at: frozenAt,
      author: frozenBy,
      content: canonical,
      hash,
    })
    .execute();
  for (const { group } of content.groups) {
    const figures = content.figures.filter((figure) => figure.group === group);
    const row = { figures_id: id, frozen_at: frozenAt, content: JSON.stringify({ figures }) };
    await trx
      .insertInto('scored_figures')
      .values({ evaluation_id: evaluation.id, respondent_group: group, ...row })
      .onConflict((conflict) =>
        conflict.columns(['evaluation_id', 'respondent_group']).doUpdateSet(row),
      )
      .execute();
  }
}

/** What was frozen under an id of an evaluation. */
export async function findFrozen(
  db: Db,
  evaluationId: string,
  id: string,
): Promise<StoredFigures | undefined> {
  const row = await db
    .selectFrom('frozen_figures')
    .select(['content', 'hash'])
    .where('id', '=', id)
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst();
  return row && { content: fromJson(FrozenContent, row.content), hash: row.hash };
}

/** All that was frozen of an evaluation, the newest first. */
export async function listFrozen(db: Db, evaluationId: string): Promise<StoredFigures[]> {
  const rows = await db
    .selectFrom('frozen_figures')
    .select(['content', 'hash'])
    .where('evaluation_id', '=', evaluationId)
    .orderBy('frozen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ content: fromJson(FrozenContent, row.content), hash: row.hash }));
}

/** What of an evaluation was frozen that some group of it scores by, the newest first. */
export async function listScoring(db: Db, evaluationId: string): Promise<FrozenContent[]> {
  const rows = await db
    .selectFrom('frozen_figures')
    .select('content')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('scored_figures')
        .select('figures_id')
        .where('evaluation_id', '=', evaluationId),
    )
    .orderBy('frozen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ content }) => fromJson(FrozenContent, content));
}

/** What each group of an evaluation scores by, by group; a group of which nothing was frozen is not there. */
export async function readScoredFigures(
  db: Db,
  evaluationId: string,
): Promise<ReadonlyMap<string, ScoredFigures>> {
  return (await readScoredFiguresOf(db, [evaluationId])).get(evaluationId) ?? new Map();
}

/** The same for several evaluations in one statement, by evaluation. */
export async function readScoredFiguresOf(
  db: Db,
  evaluationIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, ScoredFigures>>> {
  const read = new Map<string, Map<string, ScoredFigures>>();
  if (evaluationIds.length === 0) return read;
  const rows = await db
    .selectFrom('scored_figures')
    .selectAll()
    .where('evaluation_id', 'in', evaluationIds)
    .execute();
  for (const row of rows) {
    const groups = read.get(row.evaluation_id) ?? new Map<string, ScoredFigures>();
    read.set(row.evaluation_id, groups);
    const { figures } = fromJson(ScoredContent, row.content);
    groups.set(row.respondent_group, { id: row.figures_id, frozenAt: row.frozen_at, figures });
  }
  return read;
}
