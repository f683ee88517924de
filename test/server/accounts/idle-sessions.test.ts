import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { BACKGROUND } from '../../../server/http/guard.ts';
import { withTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { account } from '../../support/signed-in-as.ts';

const PATH = '/api/session';

describe.each(ENGINES)('a session that is used (%s)', (engine) => {
  const t = withTestApp(engine);
  let his: Awaited<ReturnType<typeof account>>;
  beforeEach(async () => {
    t.clock.now = NOW;
    his = await account(t, 'nobody');
  });

  const at = (seconds: number) => {
    t.clock.now = new Date(NOW.getTime() + seconds * 1000);
  };
  const seen = async () => {
    const row = await t.store.read
      .selectFrom('sessions')
      .select('last_seen_at')
      .where('user_id', '=', his.id)
      .executeTakeFirstOrThrow();
    return (Date.parse(row.last_seen_at) - NOW.getTime()) / 1000;
  };
  /** It is written down beside the answer, which waits for nothing. */
  const comesToBeSeen = (seconds: number) => expect.poll(seen).toBe(seconds);

  it('is written down once a minute, however much is read meanwhile', async () => {
    for (const [seconds, written] of [
      [1, 0],
      [59, 0],
      [60, 60],
      [61, 60],
      [119, 60],
      [120, 120],
    ] as const) {
      at(seconds);
      for (const answer of await Promise.all([1, 2, 3].map(() => his.call('GET', PATH))))
        expect(answer.status).toBe(200);
      await comesToBeSeen(written);
    }
  });

  it('lasts by what its person does, and not by what a page asks by itself', async () => {
    const inBackground = { [BACKGROUND]: '1' };
    at(1700);
    expect((await his.call('GET', PATH, undefined, inBackground)).status).toBe(200);
    expect(await seen()).toBe(0);
    expect((await his.call('GET', PATH)).status).toBe(200);
    await comesToBeSeen(1700);
    at(3400);
    expect((await his.call('GET', PATH, undefined, inBackground)).status).toBe(200);
    at(3500);
    expect((await his.call('GET', PATH)).status).toBe(401);
  });

  it('answers as ever where that cannot be written, and says so in the log', async () => {
    const write = new Proxy(t.store.write, {
      get(target, name) {
        if (name === 'updateTable') throw new Error('the disk is full');
        return Reflect.get(target, name, target);
      },
    });
    const app = createApp({ ...t.deps, store: { ...t.store, write } });
    at(60);
    const headers = { cookie: `manping=${his.secret}` };
    t.lines.length = 0;
    expect((await app.request(PATH, { headers })).status).toBe(200);
    await expect.poll(() => t.lines.join('')).toContain('not written down');
    expect(await seen()).toBe(0);
  });
});
