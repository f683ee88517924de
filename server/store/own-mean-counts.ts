import { sql } from 'kysely';
import { type OwnCount, readOwn } from '../../analysis/own-mean.ts';
import type { OwnSums } from '../../analysis/uncertainty.ts';
import type { Channel } from '../../survey-definitions/response.ts';
import type { Db } from './tables.ts';
import type { OwnKey, Tally } from './tally.ts';

/** Different own means that are kept of a survey, over all its responses; beyond it they are given up, and only the sums stay. */
export const MOST_OWN_MEANS = 2000;

/** The row that says that they were given up. */
export const givenUp = (survey_code: string): OwnKey => ({
  survey_code,
  channel: '',
  point: '',
  disposition: '',
  own: '',
});
export const isGivenUp = ({ own }: Pick<OwnKey, 'own'>): boolean => own === '';

const ROWS_PER_STATEMENT = 1000;

/**
 * Adds to the own means of a shard, and gives those of a survey up once there are too many. Two servers that bring the last ones
 * at once may leave some more, or some beside the row that says so: whoever reads takes both for given up.
 */
export async function addOwnMeans(trx: Db, shard: number, owns: Tally<OwnKey>): Promise<void> {
  const rows = owns.sorted();
  for (const code of new Set(rows.map(({ key }) => key.survey_code))) {
    if (await areGivenUp(trx, code)) continue;
    const added = rows
      .filter(({ key }) => key.survey_code === code)
      .map(({ key, n }) => ({ ...key, shard, n }));
    let isNew = false;
    for (let from = 0; from < added.length; from += ROWS_PER_STATEMENT) {
      const some = added.slice(from, from + ROWS_PER_STATEMENT);
      const after = await trx
        .insertInto('own_mean_counts')
        .values(some)
        .onConflict((conflict) =>
          conflict
            .columns(['survey_code', 'disposition', 'own', 'channel', 'point', 'shard'])
            .doUpdateSet((eb) => ({ n: eb('own_mean_counts.n', '+', eb.ref('excluded.n')) })),
        )
        .returning(['own', 'n'])
        .execute();
      // A row that holds no more than what was added may be a new one.
      isNew ||= after.some(({ own, n }) =>
        some.some((row) => row.own === own && row.n === Number(n)),
      );
    }
    if (isNew && (await distinct(trx, code)) > MOST_OWN_MEANS) await giveUp(trx, code);
  }
}

async function areGivenUp(db: Db, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('own_mean_counts')
    .select('own')
    .where('survey_code', '=', code)
    .where('disposition', '=', '')
    .where('own', '=', '')
    .executeTakeFirst();
  return row !== undefined;
}

/** How many there are, or one more than are kept. */
async function distinct(trx: Db, code: string): Promise<number> {
  const { n } = await trx
    .selectFrom('own_mean_counts')
    .select((eb) => eb.fn.count<number>('own').distinct().as('n'))
    .where('survey_code', '=', code)
    .executeTakeFirstOrThrow();
  return Number(n);
}

async function giveUp(trx: Db, code: string): Promise<void> {
  await trx.deleteFrom('own_mean_counts').where('survey_code', '=', code).execute();
  await trx
    .insertInto('own_mean_counts')
    .values({ ...givenUp(code), shard: 0, n: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What the uncertainty of a composite is made of, over the valid responses under the filters. */
export interface OwnMeans {
  sums: OwnSums;
  /** null where they were given up. */
  owns: OwnCount[] | null;
}

/** The same as it is kept: own means as they were written, each with how many respondents have it. */
export interface KeptMeans {
  sums: Map<string, bigint>;
  owns: Map<string, number> | null;
}

/** In one order on every engine, since the second opinion draws from them by their place. */
export function ownMeansOf({ sums, owns }: KeptMeans): OwnMeans {
  const sorted = owns && [...owns].filter(([, n]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return { sums, owns: sorted?.map(([own, n]) => readOwn(own, n)) ?? null };
}

/** Read from count rows alone, so that it costs the same however many responses there are. */
export async function readOwnMeans(...asked: Parameters<typeof readKeptMeans>): Promise<OwnMeans> {
  return ownMeansOf(await readKeptMeans(...asked));
}

/** As above, to be added to or taken from. */
export async function readKeptMeans(
  db: Db,
  code: string,
  { channel, point }: { channel?: Channel | undefined; point?: string | undefined } = {},
): Promise<KeptMeans> {
  let sums = db
    .selectFrom('own_mean_sums')
    // As text: a driver would read what is longer than 2^53 as its neighbour.
    .select(['sum', sql<string>`cast(sum(n) as text)`.as('total')])
    .where('survey_code', '=', code)
    .where('disposition', '=', 'valid')
    .groupBy('sum');
  let owns = db
    .selectFrom('own_mean_counts')
    .select(['own', sql<string>`cast(sum(n) as text)`.as('total')])
    .where('survey_code', '=', code)
    .where('disposition', '=', 'valid')
    .groupBy('own')
    .orderBy('own')
    .limit(MOST_OWN_MEANS + 1);
  if (channel !== undefined) {
    sums = sums.where('channel', '=', channel);
    owns = owns.where('channel', '=', channel);
  }
  if (point !== undefined) {
    sums = sums.where('point', '=', point);
    owns = owns.where('point', '=', point);
  }
  const [summed, counted, gone] = await Promise.all([
    sums.execute(),
    owns.execute(),
    areGivenUp(db, code),
  ]);
  return {
    sums: new Map(summed.map(({ sum, total }) => [sum, BigInt(total)])),
    owns:
      gone || counted.length > MOST_OWN_MEANS
        ? null
        : new Map(counted.map(({ own, total }) => [own, Number(total)])),
  };
}
