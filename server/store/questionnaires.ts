import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { fromJson } from './json-column.ts';
import type { Db } from './tables.ts';

/** Stores a version that is published from now on; false where this id and version exist already. */
export async function insertQuestionnaire(
  db: Db,
  questionnaire: Questionnaire,
  now: Date,
): Promise<boolean> {
  const inserted = await db
    .insertInto('questionnaires')
    .values({
      id: questionnaire.id,
      version: questionnaire.version,
      definition: JSON.stringify(questionnaire),
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .returning('id')
    .execute();
  return inserted.length === 1;
}

/** The definition of one version. Published versions never change, so each is parsed once per database. */
export async function findQuestionnaire(
  db: Db,
  id: string,
  version: number,
): Promise<Questionnaire | undefined> {
  const parsed = parsedIn(db);
  const key = `${id}/${version}`;
  const known = parsed.get(key);
  if (known) return known;
  const row = await db
    .selectFrom('questionnaires')
    .select('definition')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) return undefined;
  const questionnaire = fromJson(Questionnaire, row.definition);
  // What an open transaction sees may yet be rolled back.
  if (!db.isTransaction) parsed.set(key, questionnaire);
  return questionnaire;
}

const parsedByDb = new WeakMap<Db, Map<string, Questionnaire>>();
function parsedIn(db: Db): Map<string, Questionnaire> {
  const parsed = parsedByDb.get(db) ?? new Map<string, Questionnaire>();
  parsedByDb.set(db, parsed);
  return parsed;
}

/** Every version of every questionnaire, by id and version. */
export async function listQuestionnaires(db: Db): Promise<Questionnaire[]> {
  const rows = await db
    .selectFrom('questionnaires')
    .select('definition')
    .orderBy('id')
    .orderBy('version')
    .execute();
  return rows.map((row) => fromJson(Questionnaire, row.definition));
}
