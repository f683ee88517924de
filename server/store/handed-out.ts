import { CHANNELS, type Channel } from '../../survey-definitions/response.ts';
import { bumpRevision } from './revisions.ts';
import type { Db } from './tables.ts';

/** How many questionnaires were handed out (实际发放数) in a channel at a point, as somebody entered it. */
export interface HandedOut {
  channel: Channel;
  /** Id of a collection point; null where it was entered for none. */
  point: string | null;
  n: number;
  /** When it was entered, ISO 8601 UTC. */
  at: string;
  author: string;
}

/** An entry as it is put in; `n` null takes it back. */
export interface HandedOutEntry extends Pick<HandedOut, 'channel' | 'point'> {
  n: number | null;
}

/** What was handed out for a survey, by channel and then by point, none first. */
export async function readHandedOut(db: Db, code: string): Promise<HandedOut[]> {
  const rows = await db
    .selectFrom('handed_out')
    .selectAll()
    .where('survey_code', '=', code)
    .orderBy('point')
    .execute();
  return CHANNELS.flatMap((channel) =>
    rows
      .filter((row) => row.channel === channel)
      .map(({ point, n, at, author }) => ({ channel, point: point || null, n, at, author })),
  );
}

/** Puts in each of these entries, or takes it back; others stay. */
export async function writeHandedOut(
  trx: Db,
  { code, evaluationId }: { code: string; evaluationId: string },
  entries: readonly HandedOutEntry[],
  { at, author }: Pick<HandedOut, 'at' | 'author'>,
): Promise<void> {
  for (const channel of CHANNELS) {
    const ofChannel = entries
      .filter((entry) => entry.channel === channel)
      .map(({ point, n }) => ({ point: point ?? '', n }));
    if (ofChannel.length === 0) continue;
    await trx
      .deleteFrom('handed_out')
      .where('survey_code', '=', code)
      .where('channel', '=', channel)
      .where(
        'point',
        'in',
        ofChannel.map(({ point }) => point),
      )
      .execute();
    const rows = ofChannel.flatMap(({ point, n }) =>
      n === null ? [] : [{ survey_code: code, channel, point, n, at, author }],
    );
    if (rows.length > 0) await trx.insertInto('handed_out').values(rows).execute();
  }
  await bumpRevision(trx, evaluationId);
}
