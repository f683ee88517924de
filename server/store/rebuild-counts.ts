import type { Transaction } from 'kysely';
import { Answers, type Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { fromJson } from './json-column.ts';
import { findQuestionnaire } from './questionnaires.ts';
import { readResponses } from './responses.ts';
import type { Db, Tables } from './tables.ts';
import { type AnswerKey, type DayKey, keysOf, Tally } from './tally.ts';

const PAGE = 1000;

/** The counts of some surveys, made anew from the raw answers. */
export interface Rebuilt {
  answers: Tally<AnswerKey>;
  days: Tally<DayKey>;
  /** Responses that were read, by survey; a survey without any is there with 0, one whose answers were removed is not. */
  responses: Map<string, number>;
}

/** A count row that does not say what the raw answers say; the other side is 0 where it is missing. */
export interface CountDifference {
  table: 'answer_counts' | 'day_counts';
  key: AnswerKey | DayKey;
  stored: number;
  rebuilt: number;
}

/**
 * Counts every response of a survey (or of all) from its raw answers, page by page. In a transaction it
 * sees what that sees; otherwise it takes one snapshot of its own. What was removed at the end of its time cannot be
 * counted: such surveys are left out.
 */
export async function rebuildCounts(db: Db, surveyCode?: string): Promise<Rebuilt> {
  return inSnapshot(db, async (trx) => {
    const rebuilt: Rebuilt = { answers: new Tally(), days: new Tally(), responses: new Map() };
    let surveys = trx
      .selectFrom('surveys')
      .select(['code', 'questionnaire_id', 'questionnaire_version'])
      .where('answers_removed_at', 'is', null)
      .orderBy('code');
    if (surveyCode !== undefined) surveys = surveys.where('code', '=', surveyCode);
    for (const survey of await surveys.execute()) {
      const { code, questionnaire_id: id, questionnaire_version: version } = survey;
      const questionnaire = await findQuestionnaire(trx, id, version);
      if (!questionnaire)
        throw new Error(`survey ${code}: questionnaire ${id}/${version} is missing`);
      rebuilt.responses.set(code, await countSurvey(trx, code, questionnaire, rebuilt));
    }
    return rebuilt;
  });
}

async function countSurvey(
  trx: Db,
  code: string,
  questionnaire: Questionnaire,
  { answers, days }: Rebuilt,
): Promise<number> {
  let counted = 0;
  // In the order they came in: that is how they lie on disk.
  for await (const row of readResponses(trx, code, { pageSize: PAGE })) {
    const response = {
      surveyCode: code,
      channel: row.channel,
      point: row.point,
      disposition: row.disposition,
      receivedAt: row.received_at,
      flagged: row.flagged === 1,
      answers: fromJson(Answers, row.answers),
    };
    const keys = keysOf(response, questionnaire);
    for (const key of keys.answers) answers.add(key);
    days.add(keys.day);
    counted += 1;
  }
  return counted;
}

/**
 * Surveys whose counts can no longer be made anew, since their single answers were removed at the end of their time, each
 * with when that was. Whatever is to be checked against the answers (a frozen figure too, once there are any) asks this first.
 */
export async function listUncheckable(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('surveys')
    .select(['code', 'answers_removed_at'])
    .where('answers_removed_at', 'is not', null)
    .orderBy('code')
    .execute();
  return new Map(rows.map((row) => [row.code, row.answers_removed_at ?? '']));
}

/** Compares the stored counts of a survey (or of all) with a rebuild in the same snapshot, and says which it cannot. */
export async function compareCounts(
  db: Db,
  surveyCode?: string,
): Promise<{
  responses: Map<string, number>;
  differences: CountDifference[];
  unchecked: Map<string, string>;
}> {
  return inSnapshot(db, async (trx) => {
    const unchecked = await listUncheckable(trx);
    const rebuilt = await rebuildCounts(trx, surveyCode);
    const answers = await storedAnswers(trx, surveyCode);
    const days = await storedDays(trx, surveyCode);
    return {
      responses: rebuilt.responses,
      differences: [
        ...differences('answer_counts', answers, rebuilt.answers),
        ...differences('day_counts', days, rebuilt.days),
      ].filter(({ key }) => !unchecked.has(key.survey_code)),
      unchecked,
    };
  });
}

/** Stored count rows, summed over the shards. */
async function storedAnswers(trx: Db, surveyCode?: string): Promise<Tally<AnswerKey>> {
  let query = trx.selectFrom('answer_counts').selectAll();
  if (surveyCode !== undefined) query = query.where('survey_code', '=', surveyCode);
  const stored = new Tally<AnswerKey>();
  for (const { survey_code, channel, point, disposition, item, option, n } of await query.execute())
    stored.add({ survey_code, channel, point, disposition, item, option }, n);
  return stored;
}

async function storedDays(trx: Db, surveyCode?: string): Promise<Tally<DayKey>> {
  let query = trx.selectFrom('day_counts').selectAll();
  if (surveyCode !== undefined) query = query.where('survey_code', '=', surveyCode);
  const stored = new Tally<DayKey>();
  for (const { survey_code, channel, point, day, disposition, flagged, n } of await query.execute())
    stored.add({ survey_code, channel, point, day, disposition, flagged }, n);
  return stored;
}

function differences<K extends AnswerKey | DayKey>(
  table: CountDifference['table'],
  stored: Tally<K>,
  rebuilt: Tally<K>,
): CountDifference[] {
  const both = new Map(
    stored.sorted().map((row) => [row.name, { ...row, stored: row.n, rebuilt: 0 }]),
  );
  for (const row of rebuilt.sorted())
    both.set(row.name, { ...row, stored: both.get(row.name)?.stored ?? 0, rebuilt: row.n });
  return [...both.values()]
    .filter((row) => row.stored !== row.rebuilt)
    .map(({ key, stored: n, rebuilt: wanted }) => ({ table, key, stored: n, rebuilt: wanted }));
}

/** Every query in `work` sees the database as it was at the first of them. */
function inSnapshot<T>(db: Db, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>);
  return db.transaction().setIsolationLevel('repeatable read').execute(work);
}
