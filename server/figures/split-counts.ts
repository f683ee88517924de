import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { Channel } from '../../survey-definitions/response.ts';
import type { Half } from '../../survey-definitions/split.ts';
import { publicSurvey } from '../evaluations/load.ts';
import { mustHaveAnswers } from '../evaluations/retention.ts';
import { readCounts } from '../store/counts.ts';
import { oneAtATime } from '../store/in-snapshot.ts';
import { readKeptMeans } from '../store/own-mean-counts.ts';
import { totalOf } from '../store/response-totals.ts';
import { readResponses } from '../store/responses.ts';
import type { Db } from '../store/tables.ts';
import { type RowCounts, RowTally } from './row-counts.ts';

/** Whose valid responses are counted; everybody's where nothing is named. */
export interface Split {
  channel?: Channel | undefined;
  /** Id of a collection point. */
  point?: string | undefined;
  /** Only those without any flag. */
  flagged?: 'without' | undefined;
  /** Of those that the others leave. */
  half?: Half | undefined;
}

/** Rows a statement; the server answers others between two of them. */
const PAGE = 500;

/** Whether only the responses themselves know it, and no count rows. */
export const isFromRows = ({ flagged, half }: Split): boolean =>
  flagged !== undefined || half !== undefined;

/**
 * What a split comes to, from count rows where these know it. Throws answers-removed where it would have to be read from
 * responses that are no more.
 */
export async function splitCounts(
  db: Db,
  code: string,
  questionnaire: Questionnaire,
  split: Split,
): Promise<RowCounts> {
  if (!isFromRows(split)) return countedRows(db, code, split);
  return oneAtATime(db, (trx) => countsFromRows(trx, code, questionnaire, split));
}

/** The same in a transaction that sees one moment. */
export async function countsFromRows(
  trx: Db,
  code: string,
  questionnaire: Questionnaire,
  split: Split,
): Promise<RowCounts> {
  mustHaveAnswers(await publicSurvey(trx, code));
  return split.half === undefined
    ? withoutFlagged(trx, code, questionnaire, split)
    : halfOf(trx, code, questionnaire, split, split.half);
}

async function countedRows(db: Db, code: string, { channel, point }: Split): Promise<RowCounts> {
  const [counts, means] = await Promise.all([
    readCounts(db, code, { channel, point }),
    readKeptMeans(db, code, { channel, point }),
  ]);
  return { counts, means };
}

/** All less the flagged ones, which are found by an index: it costs the few that are. */
async function withoutFlagged(
  trx: Db,
  code: string,
  questionnaire: Questionnaire,
  split: Split,
): Promise<RowCounts> {
  const tally = new RowTally(questionnaire, await countedRows(trx, code, split));
  const { channel, point } = split;
  const among = { channel, point, disposition: 'valid', flagged: true } as const;
  for await (const row of readResponses(trx, code, { ...among, pageSize: PAGE }))
    tally.add(row, -1);
  return tally;
}

/** From the end at which the half lies, no further than it goes. */
async function halfOf(
  trx: Db,
  code: string,
  questionnaire: Questionnaire,
  { channel, point, flagged }: Split,
  half: Half,
): Promise<RowCounts> {
  const among = {
    channel,
    point,
    disposition: 'valid',
    flagged: flagged === undefined ? undefined : false,
  } as const;
  const all = (await totalOf(trx, code, among)) ?? 0;
  const early = Math.ceil(all / 2);
  let left = half === 'early' ? early : all - early;
  const tally = new RowTally(questionnaire);
  if (left === 0) return tally;
  const newestFirst = half === 'late';
  for await (const row of readResponses(trx, code, { ...among, pageSize: PAGE, newestFirst })) {
    tally.add(row);
    left -= 1;
    if (left === 0) break;
  }
  return tally;
}
