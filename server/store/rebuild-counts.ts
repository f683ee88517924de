import { Answers, type Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { inSnapshot } from './in-snapshot.ts';
import { fromJson } from './json-column.ts';
import { givenUp, isGivenUp, MOST_OWN_MEANS } from './own-mean-counts.ts';
import { findQuestionnaire } from './questionnaires.ts';
import { readResponses, responseOf } from './responses.ts';
import type { Db } from './tables.ts';
import {
  type AnswerKey,
  addKeys,
  COUNTED_BY,
  type CountTable,
  type DayKey,
  type FlagKey,
  type HourKey,
  keysOf,
  type MinuteKey,
  noTallies,
  type OwnKey,
  type SumKey,
  type Tallies,
  Tally,
} from './tally.ts';

const PAGE = 1000;

/** The counts of some surveys, made anew from the raw answers. */
export interface Rebuilt extends Tallies {
  /** Responses that were read, by survey; a survey without any is there with 0, one whose answers were removed is not. */
  responses: Map<string, number>;
}

type CountKey = AnswerKey | DayKey | HourKey | MinuteKey | FlagKey | OwnKey | SumKey;

/** A count row that does not say what the raw answers say; the other side is 0 where it is missing. */
export interface CountDifference {
  table: CountTable;
  key: CountKey;
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
    const rebuilt: Rebuilt = { ...noTallies(), responses: new Map() };
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
  rebuilt: Rebuilt,
): Promise<number> {
  let counted = 0;
  let owns: Tally<OwnKey> | undefined = new Tally();
  const different = new Set<string>();
  // In the order they came in: that is how they lie on disk.
  for await (const row of readResponses(trx, code, { pageSize: PAGE })) {
    const response = {
      surveyCode: code,
      channel: row.channel,
      point: row.point,
      disposition: row.disposition,
      receivedAt: row.received_at,
      flags: row.flagged === 1 ? responseOf(row).flags : [],
      answers: fromJson(Answers, row.answers),
    };
    const keys = keysOf(response, questionnaire);
    addKeys(rebuilt, { ...keys, owns: [] });
    for (const key of owns === undefined ? [] : keys.owns) {
      owns?.add(key);
      different.add(key.own);
    }
    // No more is remembered of them than is kept.
    if (different.size > MOST_OWN_MEANS) owns = undefined;
    counted += 1;
  }
  if (owns === undefined) rebuilt.owns.add(givenUp(code));
  else for (const { key, n } of owns.sorted()) rebuilt.owns.add(key, n);
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
    const stored = await storedCounts(trx, surveyCode);
    return {
      responses: rebuilt.responses,
      differences: [
        ...differences('answer_counts', stored.answers, rebuilt.answers),
        ...differences('day_counts', stored.days, rebuilt.days),
        ...differences('hour_counts', stored.hours, rebuilt.hours),
        ...differences('minute_counts', stored.minutes, rebuilt.minutes),
        ...differences('flag_counts', stored.flags, rebuilt.flags),
        ...ownDifferences(stored.owns, rebuilt.owns),
        ...differences('own_mean_sums', stored.sums, rebuilt.sums),
      ].filter(({ key }) => !unchecked.has(key.survey_code)),
      unchecked,
    };
  });
}

/** Stored count rows, summed over the shards. */
async function storedCounts(trx: Db, surveyCode?: string): Promise<Tallies> {
  const tallies = noTallies();
  const add = async <K extends object>(table: CountTable, tally: Tally<K>) => {
    let query = trx
      .selectFrom(table as 'minute_counts')
      .select([...(COUNTED_BY[table] as readonly 'minute'[]), 'n']);
    if (surveyCode !== undefined) query = query.where('survey_code', '=', surveyCode);
    for (const { n, ...key } of await query.execute()) tally.add(key as unknown as K, Number(n));
  };
  await add('answer_counts', tallies.answers);
  await add('day_counts', tallies.days);
  await add('hour_counts', tallies.hours);
  await add('minute_counts', tallies.minutes);
  await add('flag_counts', tallies.flags);
  await add('own_mean_counts', tallies.owns);
  await add('own_mean_sums', tallies.sums);
  return tallies;
}

/** Where there are more than are kept it is all one what is still stored of them: nobody reads it. */
function ownDifferences(stored: Tally<OwnKey>, rebuilt: Tally<OwnKey>): CountDifference[] {
  const gone = new Set(
    rebuilt.sorted().flatMap(({ key }) => (isGivenUp(key) ? [key.survey_code] : [])),
  );
  return differences('own_mean_counts', stored, rebuilt).filter(
    ({ key }) => !gone.has(key.survey_code),
  );
}

function differences<K extends CountKey>(
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
