import type { Counts } from '../../analysis/frequency.ts';
import { CHANNELS, type Channel, type Disposition } from '../../survey-definitions/response.ts';
import type { Db } from './tables.ts';

/**
 * A survey's counts: item -> option -> n, where item '' counts the responses and option '' an item's
 * base. Read from count rows alone, so it costs the same however many responses there are.
 */
export async function readCounts(
  db: Db,
  code: string,
  {
    channel,
    disposition = 'valid',
  }: { channel?: Channel | undefined; disposition?: Disposition | undefined } = {},
): Promise<Counts> {
  let query = db
    .selectFrom('answer_counts')
    .select(['item', 'option', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .where('disposition', '=', disposition)
    .groupBy(['item', 'option']);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  const counts = new Map<string, Map<string, number>>();
  for (const { item, option, n } of await query.execute()) {
    const options = counts.get(item) ?? new Map<string, number>();
    counts.set(item, options.set(option, n));
  }
  return counts;
}

/** Responses that came in; `received` is `valid` + `invalid`, and `flagged` may be of either kind. */
export interface Received {
  received: number;
  valid: number;
  invalid: number;
  flagged: number;
}
export interface Progress {
  /** Channels that brought anything, in the order online, paper, import. */
  byChannel: (Received & { channel: Channel })[];
  /** Days in China (2026-03-01) that brought anything, in order, each by channel. */
  byDay: (Received & { day: string; channel: Channel })[];
}

/** How the fieldwork of a survey goes, from its day counts. */
export async function readProgress(db: Db, code: string): Promise<Progress> {
  const rows = await db
    .selectFrom('day_counts')
    .select(['day', 'channel', 'disposition', 'flagged', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .groupBy(['day', 'channel', 'disposition', 'flagged'])
    .execute();
  const sumOf = (some: typeof rows): Received => {
    const count = (wanted: (row: (typeof rows)[number]) => boolean) =>
      some.filter(wanted).reduce((sum, row) => sum + row.n, 0);
    return {
      received: count(() => true),
      valid: count((row) => row.disposition === 'valid'),
      invalid: count((row) => row.disposition === 'invalid'),
      flagged: count((row) => row.flagged === 1),
    };
  };
  const days = [...new Set(rows.map((row) => row.day))].sort();
  const of = (channel: Channel, day?: string) =>
    rows.filter((row) => row.channel === channel && (day === undefined || row.day === day));
  return {
    byChannel: CHANNELS.map((channel) => ({ channel, ...sumOf(of(channel)) })).filter(
      (line) => line.received > 0,
    ),
    byDay: days.flatMap((day) =>
      CHANNELS.map((channel) => ({ day, channel, ...sumOf(of(channel, day)) })).filter(
        (line) => line.received > 0,
      ),
    ),
  };
}
