import type { Db, Tables } from './tables.ts';

const PAGE = 1000;

type Hashed = Pick<
  Tables['responses'],
  'id' | 'received_at' | 'channel' | 'point' | 'disposition' | 'answers'
>;

/** What the hash of a survey's responses is taken of, a page at a time: in the order they came in, which is how they lie on disk. */
export async function* readHashed(db: Db, code: string): AsyncGenerator<Hashed[]> {
  for (let after: [string, string] | undefined; ; ) {
    let query = db
      .selectFrom('responses')
      .select(['id', 'received_at', 'channel', 'point', 'disposition', 'answers'])
      .where('survey_code', '=', code)
      .orderBy('received_at')
      .orderBy('id')
      .limit(PAGE);
    if (after !== undefined) {
      const place = after;
      query = query.where((eb) => eb(eb.refTuple('received_at', 'id'), '>', eb.tuple(...place)));
    }
    const rows = await query.execute();
    const last = rows.at(-1);
    if (last !== undefined) yield rows;
    if (last === undefined || rows.length < PAGE) return;
    after = [last.received_at, last.id];
  }
}
