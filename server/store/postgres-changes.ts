import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Changes, createChanges, type Topic } from './changes.ts';

/** Between two notifications of this process, so that they are two a second at the most however many responses come in. */
const BETWEEN_MS = 500;
/** A payload may have 8,000 bytes; what would not fit says that anything may have changed. */
const LONGEST_PAYLOAD = 7_000;
/** How long a notification of our own may take to come back before the line is taken for deaf. */
const PROOF_MS = 2_000;
/** How often it is proved again: a line that died in silence is found out. */
const PROVE_EVERY_MS = 30_000;
/** Before a line that was lost is made anew, and at last where none ever hears, as behind a proxy that pools transactions. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** How long stopping waits for what was told last to be said. */
const LAST_WORD_MS = 1_000;

/** Says something on a channel by another connection than the one that listens. */
type Notify = (channel: string, payload: string) => Promise<unknown>;

/**
 * Changes that several processes on one database tell each other, by LISTEN and NOTIFY on a connection of their own. Never
 * within the transaction that makes a change: commits that notify wait for one another. What is told is heard by the process
 * itself at once, and by others within half a second; until a notification has come back it is not relied on.
 */
export function createPostgresChanges(
  databaseUrl: string,
  notify: Notify,
): Changes & { stop(): Promise<void> } {
  const own = randomUUID();
  const local = createChanges();
  const stopping = new AbortController();
  const pending = new Set<Topic>();
  const proofs = new Map<string, () => void>();
  let channel: string | undefined;
  let line: pg.Client | undefined;
  let isProved = false;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();
  let lastSent = Number.NEGATIVE_INFINITY;

  const send = () => {
    clearTimeout(timer);
    timer = undefined;
    sending = sending.then(sendPending);
    return sending;
  };
  const sendPending = async () => {
    if (channel === undefined || pending.size === 0) return;
    lastSent = performance.now();
    const told = [...pending];
    const said = told.join(' ');
    pending.clear();
    const payload = `${own} ${said.length > LONGEST_PAYLOAD ? 'everything' : said}`;
    try {
      await say(channel, payload);
    } catch {
      // Said again by another line; where the database is away, with what is told once it is back.
      for (const topic of told) pending.add(topic);
      if (!stopping.signal.aborted) schedule();
    }
  };
  const schedule = () => {
    timer ??= setTimeout(() => void send(), Math.max(0, lastSent + BETWEEN_MS - performance.now()));
    timer.unref();
  };
  const say = (to: string, payload: string) =>
    line !== undefined && isProved
      ? line.query('select pg_notify($1, $2)', [to, payload])
      : notify(to, payload);

  const hear = ({ payload = '' }: pg.Notification) => {
    const [from, ...topics] = payload.split(' ');
    if (from === 'proof') proofs.get(topics[0] ?? '')?.();
    else if (from !== own) local.tell(topics as Topic[]);
  };

  /** Whether what another connection says is heard on the line. */
  const prove = async (on: string): Promise<boolean> => {
    const name = randomUUID();
    const heard = new Promise<boolean>((resolve) => proofs.set(name, () => resolve(true)));
    try {
      await notify(on, `proof ${name}`);
      return await Promise.race([heard, sleep(PROOF_MS, false, { signal: stopping.signal })]);
    } finally {
      proofs.delete(name);
    }
  };

  /** Listens until the line is lost, or does not hear. */
  const listen = async (client: pg.Client): Promise<void> => {
    const lost = new Promise<void>((resolve) => {
      // Unheard, the loss of the connection would end the process.
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    await client.connect();
    // Schemas of one database have tables of their own, and so changes.
    const { rows } = await client.query<{ name: string }>(
      "select 'manping_' || md5(coalesce(current_schema(), '')) as name",
    );
    channel = rows[0]?.name ?? 'manping';
    client.on('notification', hear);
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    line = client;
    void send();
    while (await prove(channel)) {
      if (!isProved) {
        isProved = true;
        // What was told before this line heard.
        local.tell(['everything']);
      }
      const over = await Promise.race([
        lost.then(() => true),
        sleep(PROVE_EVERY_MS, false, { signal: stopping.signal, ref: false }),
      ]);
      if (over) return;
    }
    await client.query(`unlisten ${client.escapeIdentifier(channel)}`);
  };

  const run = async () => {
    let wait = FIRST_WAIT_MS;
    while (!stopping.signal.aborted) {
      const client = new pg.Client({
        connectionString: databaseUrl,
        connectionTimeoutMillis: 5_000,
        query_timeout: 5_000,
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
        application_name: 'manping changes',
      });
      try {
        await listen(client);
      } catch {
        // Away, or stopping; said by everything else that asks the database.
      }
      wait = isProved ? FIRST_WAIT_MS : Math.min(2 * wait, LONGEST_WAIT_MS);
      isProved = false;
      line = undefined;
      await Promise.race([client.end().catch(() => {}), sleep(1_000, undefined, { ref: false })]);
      await sleep(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  };
  const running = run();

  return {
    tell(topics) {
      const told = [...topics];
      local.tell(told);
      for (const topic of told) pending.add(topic);
      if (pending.size > 0) schedule();
    },
    listen: local.listen,
    hearsOthers: () => isProved,
    async stop() {
      // What was told last was committed like everything before it. A database that does not answer is not waited for.
      await Promise.race([send(), sleep(LAST_WORD_MS, undefined, { ref: false })]);
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
