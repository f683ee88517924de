import type { Selectable } from 'kysely';
import type { ArchivedChoice } from '../../survey-definitions/evaluation.ts';
import { Feeds } from '../../survey-definitions/feeds.ts';
import { Particulars } from '../../survey-definitions/particulars.ts';
import { decodeCursor, type Page, pageOf } from './cursor.ts';
import { fromJson } from './json-column.ts';
import { bumpRevision } from './revisions.ts';
import type { Db, Tables } from './tables.ts';

/** One department, one budget year (绩效评价项目). */
export interface NewEvaluation {
  id: string;
  department: string;
  place: string;
  year: number;
  indicatorSystem: { id: string; version: number };
  /** Which survey, or which several, feed the indicators of a respondent group, where somebody chose. */
  feeds: Feeds;
  /** The worked example, which may be deleted with everything in it. */
  example: boolean;
  /** Who commissions, who evaluates, whom to call (项目资料). */
  particulars?: Particulars;
  /** Date in China until which single answers are kept; null: as long as the evaluation. */
  answersKeptUntil?: string | null;
  /** ISO 8601 UTC. */
  createdAt: string;
}
export interface Evaluation extends Required<NewEvaluation> {
  /** ISO 8601 UTC; null while it is worked on. */
  archivedAt: string | null;
  /** When single answers were removed of all its surveys; null while they are there. */
  answersRemovedAt: string | null;
  /** How often it has changed, or anything of it that is shown: see revisions.ts. */
  revision: number;
}
export type EvaluationPatch = Partial<
  Pick<
    Evaluation,
    | 'department'
    | 'place'
    | 'year'
    | 'indicatorSystem'
    | 'feeds'
    | 'particulars'
    | 'archivedAt'
    | 'answersKeptUntil'
    | 'answersRemovedAt'
  >
>;

/** Every column, and the revision beside them. */
function selectEvaluations(db: Db) {
  return db
    .selectFrom('evaluations')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('revisions')
        .select((of) => of.fn.sum<number | null>('n').as('n'))
        .whereRef('revisions.evaluation_id', '=', 'evaluations.id')
        .as('revision'),
    );
}

function evaluationOf(
  row: Selectable<Tables['evaluations']> & { revision: number | null },
): Evaluation {
  return {
    id: row.id,
    department: row.department,
    place: row.place,
    year: row.year,
    indicatorSystem: { id: row.indicator_system_id, version: row.indicator_system_version },
    feeds: fromJson(Feeds, row.feeds),
    example: row.example === 1,
    particulars: fromJson(Particulars, row.particulars),
    archivedAt: row.archived_at,
    answersKeptUntil: row.answers_kept_until,
    answersRemovedAt: row.answers_removed_at,
    createdAt: row.created_at,
    revision: row.revision ?? 0,
  };
}

/** Throws where the indicator system does not exist. */
export async function insertEvaluation(db: Db, evaluation: NewEvaluation): Promise<void> {
  await db
    .insertInto('evaluations')
    .values({
      id: evaluation.id,
      department: evaluation.department,
      place: evaluation.place,
      year: evaluation.year,
      indicator_system_id: evaluation.indicatorSystem.id,
      indicator_system_version: evaluation.indicatorSystem.version,
      feeds: JSON.stringify(evaluation.feeds),
      example: evaluation.example ? 1 : 0,
      particulars: JSON.stringify(evaluation.particulars ?? {}),
      answers_kept_until: evaluation.answersKeptUntil ?? null,
      created_at: evaluation.createdAt,
    })
    .execute();
  await bumpRevision(db, evaluation.id);
}

export async function findEvaluation(db: Db, id: string): Promise<Evaluation | undefined> {
  const row = await selectEvaluations(db).where('id', '=', id).executeTakeFirst();
  return row && evaluationOf(row);
}

export async function hasEvaluation(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('evaluations')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which evaluations somebody reaches: those in which he has a role, of which one may be the only one; neither: all. */
export interface Reach {
  userId?: string;
  evaluationId?: string;
}

const reached = (db: Db, { userId, evaluationId }: Reach) => {
  let all = selectEvaluations(db);
  if (evaluationId !== undefined) all = all.where('id', '=', evaluationId);
  if (userId !== undefined) all = all.where('id', 'in', evaluationsOf(db, userId));
  return all;
};
const evaluationsOf = (db: Db, userId: string) =>
  db.selectFrom('memberships').select('evaluation_id').where('user_id', '=', userId);

/** Archived ones, the others, or all, of those that are reached. */
const selectAmong = (db: Db, archived: ArchivedChoice, reach: Reach) => {
  const all = reached(db, reach);
  if (archived === 'all') return all;
  return all.where('archived_at', archived === 'only' ? 'is not' : 'is', null);
};

/** Newest first. Throws a BadCursorError where `after` is no cursor. */
export async function listEvaluations(
  db: Db,
  {
    after,
    limit,
    archived = 'all',
    reach = {},
  }: { after?: string | undefined; limit: number; archived?: ArchivedChoice; reach?: Reach },
): Promise<Page<Evaluation>> {
  let query = selectAmong(db, archived, reach)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    const [createdAt, id] = decodeCursor(after);
    query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(createdAt, id)));
  }
  return pageOf(await query.execute(), limit, (row) => [row.created_at, row.id], evaluationOf);
}

/** Every one that is reached, in no order. */
export async function listAllEvaluations(
  db: Db,
  archived: ArchivedChoice,
  reach: Reach,
): Promise<Evaluation[]> {
  return (await selectAmong(db, archived, reach).execute()).map(evaluationOf);
}

/** How many others that are reached are of the same department and year as each of these, archived ones as well, by id. */
export async function countNamesakes(
  db: Db,
  evaluations: readonly Pick<Evaluation, 'department' | 'id' | 'year'>[],
  { userId, evaluationId }: Reach,
): Promise<ReadonlyMap<string, number>> {
  const departments = [...new Set(evaluations.map(({ department }) => department))];
  const rows =
    departments.length === 0
      ? []
      : await db
          .selectFrom('evaluations')
          .select(['department', (eb) => eb.fn.countAll<number>().as('n'), 'year'])
          .where('department', 'in', departments)
          .$if(userId !== undefined, (query) =>
            query.where('id', 'in', evaluationsOf(db, userId ?? '')),
          )
          .$if(evaluationId !== undefined, (query) => query.where('id', '=', evaluationId ?? ''))
          .groupBy('department')
          .groupBy('year')
          .execute();
  const name = ({ department, year }: { department: string; year: number }) =>
    `${year} ${department}`;
  const counted = new Map(rows.map((row) => [name(row), row.n]));
  return new Map(evaluations.map((each) => [each.id, (counted.get(name(each)) ?? 1) - 1]));
}

/** Ids of those that are reached of a department in a place and a year, archived ones as well. */
export async function listNamesakes(
  db: Db,
  { department, place, year }: Pick<Evaluation, 'department' | 'place' | 'year'>,
  reach: Reach,
): Promise<string[]> {
  const found = await reached(db, reach)
    .where('department', '=', department)
    .where('place', '=', place)
    .where('year', '=', year)
    .orderBy('id')
    .execute();
  return found.map(({ id }) => id);
}

/**
 * Holds an evaluation until the transaction ends, so that what depends on how its surveys stand stays true until then:
 * opening a survey waits for it. By an update that changes nothing, which every engine understands.
 */
export async function holdEvaluation(db: Db, id: string): Promise<void> {
  await db.updateTable('evaluations').set({ id }).where('id', '=', id).execute();
}

/** Changes what the patch names; the evaluation as it is now, or undefined where there is none. */
export async function updateEvaluation(
  db: Db,
  id: string,
  patch: EvaluationPatch,
): Promise<Evaluation | undefined> {
  const { indicatorSystem, feeds, particulars } = patch;
  const changed = await db
    .updateTable('evaluations')
    .set({
      // Something must be set even where the patch is empty.
      id,
      department: patch.department,
      place: patch.place,
      year: patch.year,
      indicator_system_id: indicatorSystem?.id,
      indicator_system_version: indicatorSystem?.version,
      feeds: feeds && JSON.stringify(feeds),
      particulars: particulars && JSON.stringify(particulars),
      archived_at: patch.archivedAt,
      answers_kept_until: patch.answersKeptUntil,
      answers_removed_at: patch.answersRemovedAt,
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) return undefined;
  await bumpRevision(db, id);
  return findEvaluation(db, id);
}

/** What those of these are called that are there; one that was deleted has no name any more. */
export async function nameEvaluations(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; department: string; year: number }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('evaluations')
    .select(['evaluations.id', 'evaluations.department', 'evaluations.year'])
    .where('id', 'in', ids)
    .execute();
}
