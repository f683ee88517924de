import { type Expression, expressionBuilder } from 'kysely';
import { daysAfter } from '../../survey-definitions/china-time.ts';
import { CHANNELS, type Channel, FLAG_CODES } from '../../survey-definitions/response.ts';
import type { Db, Tables } from './tables.ts';

// What notices are made of, from count rows alone; what everybody sees of them is read in counts.ts.

/** Days of which busy minutes are told: as many as hours are. */
const DAYS_BY_MINUTE = 7;

/** Minutes in China in which at least so many came in online, of the seven days up to `newest` (2026-03-01). */
export async function readBusyMinutes(
  db: Db,
  code: string,
  newest: string,
  least: number,
): Promise<{ minute: string; n: number }[]> {
  return db
    .selectFrom('minute_counts')
    .select(['minute', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .where('minute', '>=', daysAfter(newest, 1 - DAYS_BY_MINUTE))
    .groupBy('minute')
    .having((eb) => eb(eb.fn.sum<number>('n'), '>=', least))
    .orderBy('minute')
    .execute();
}

/**
 * The last hour in China (2026-03-01T14) that brought anything, by point, '' for none; a point without any is not there. Sought
 * point by point from the end of the key, so that what came before costs nothing.
 */
export async function readLastHours(db: Db, code: string): Promise<ReadonlyMap<string, string>> {
  const [placed, none] = await Promise.all([
    db
      .selectFrom('points')
      .select((eb) => ['id', ...CHANNELS.map((channel) => lastHour(channel, eb.ref('id')))])
      .where('points.survey_code', '=', code)
      .execute(),
    db
      .selectNoFrom((eb) => CHANNELS.map((channel) => lastHour(channel, eb.val(''))))
      .executeTakeFirst(),
  ]);
  const lastOf = (hours: Partial<Record<Channel, string | null>> | undefined) =>
    CHANNELS.map((channel) => hours?.[channel] ?? '').reduce((a, b) => (a > b ? a : b));
  const last = [['', lastOf(none)], ...placed.map((row) => [row.id, lastOf(row)])] as const;
  return new Map(
    last.filter(([, hour]) => hour !== '').map(([point = '', hour = '']) => [point, hour]),
  );

  function lastHour<C extends Channel>(channel: C, point: Expression<string>) {
    return expressionBuilder<Tables>()
      .selectFrom('hour_counts')
      .select((eb) => eb.fn.max('hour').as('hour'))
      .where('survey_code', '=', code)
      .where('channel', '=', channel)
      .where('point', '=', point)
      .as(channel);
  }
}

/** Responses with a flag, those aside that were screened out. */
export async function readFlagged(
  db: Db,
  code: string,
  flag: (typeof FLAG_CODES)[number],
): Promise<number> {
  const row = await db
    .selectFrom('flag_counts')
    .select((eb) => eb.fn.sum<number | null>('n').as('n'))
    .where('survey_code', '=', code)
    .where('flag', '=', flag)
    .where('disposition', '<>', 'ineligible')
    .executeTakeFirst();
  return row?.n ?? 0;
}

/** How many responses carry each flag (疑点), in the order of the list: the valid ones, and of whatever disposition. */
export async function readFlagCounts(
  db: Db,
  code: string,
): Promise<{ code: (typeof FLAG_CODES)[number]; valid: number; received: number }[]> {
  const rows = await db
    .selectFrom('flag_counts')
    .select(['flag', 'disposition', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .groupBy(['flag', 'disposition'])
    .execute();
  return FLAG_CODES.map((flag) => {
    const carrying = rows.filter((row) => row.flag === flag);
    const sumOf = (of: typeof rows) => of.reduce((sum, { n }) => sum + Number(n), 0);
    return {
      code: flag,
      valid: sumOf(carrying.filter(({ disposition }) => disposition === 'valid')),
      received: sumOf(carrying),
    };
  });
}
