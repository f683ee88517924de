import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** More processes than this share shards, which costs waiting, never correctness. */
const SHARDS = 64;
/** First half of our advisory locks' keys; the second is the shard. */
const LOCK_CLASS = 0x6d70; // "mp"

/**
 * The lowest shard that no other process on this database and schema has, held by an advisory lock for as
 * long as the connection lives. Where that connection is lost another process may take the same shard:
 * then the two wait for each other's rows, and every count stays right.
 */
export async function claimShard(
  databaseUrl: string,
): Promise<{ number: number; release(): Promise<void> }> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
    keepAlive: true,
    application_name: 'manping shard',
  });
  // Unheard, the loss of the connection would end the process.
  client.on('error', () => {});
  /** A line that is dead hears no goodbye. */
  const release = () => Promise.race([client.end(), sleep(1000, undefined, { ref: false })]);
  try {
    await client.connect();
    return { number: await claim(client), release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function claim(client: pg.Client): Promise<number> {
  // Schemas of one database have tables, so shards, of their own.
  const schema = await client.query<{ key: number }>(
    "select hashtext(coalesce(current_schema(), '')) as key",
  );
  const base = schema.rows[0]?.key ?? 0;
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const claim = await client.query<{ claimed: boolean }>(
      'select pg_try_advisory_lock($1, $2) as claimed',
      [LOCK_CLASS, (base + shard) | 0],
    );
    if (claim.rows[0]?.claimed) return shard;
  }
  return Math.floor(Math.random() * SHARDS);
}
