import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuditHead } from '../../../server/store/audit.ts';
import { type AuditFault, verifyAudit } from '../../../server/store/verify-audit.ts';
import { ENGINES } from '../../support/engines.ts';
import { startFieldwork } from '../../support/fieldwork.ts';
import { bundleScript, runScript, startScript } from '../../support/run-script.ts';
import { withTestStore } from '../../support/store.ts';

const EACH = 500;

let script: string;
beforeAll(async () => {
  script = await bundleScript('test/support/record-audit.ts');
});
afterAll(() => rm(dirname(script), { recursive: true }));

describe.each(ENGINES)('the audit of several server processes, on %s', (engine) => {
  const store = withTestStore(engine);
  let evaluations: string[];
  beforeAll(async () => {
    evaluations = [];
    for (let n = 0; n < 3; n += 1) evaluations.push((await startFieldwork(store)).evaluationId);
  });

  const faults = async () => {
    const found: AuditFault[] = [];
    await verifyAudit(store.read, (fault) => found.push(fault));
    return found;
  };

  it(`two of them recording ${2 * EACH} events at once make one chain, with every change in it once`, {
    timeout: 120_000,
  }, async () => {
    const names = ['first', 'second'];
    const done = await Promise.all(
      names.map((name) =>
        runScript(script, [name, String(EACH), ...evaluations], {
          ...store.database.env,
          RECORDERS: String(names.length),
        }),
      ),
    );
    expect(done).toEqual(names.map(() => ({ code: 0, stdout: `${EACH}\n`, stderr: '' })));
    expect(await faults()).toEqual([]);
    expect((await readAuditHead(store.read)).seq).toBe(2 * EACH);
    const events = await store.read
      .selectFrom('audit_events')
      .select(['actor', 'subject'])
      .orderBy('seq')
      .execute();
    const wanted = names.flatMap((name) =>
      Array.from({ length: EACH }, (_, n) => `${name} ${n + 1}`),
    );
    expect(events.map(({ subject }) => subject).sort()).toEqual(wanted.sort());
    // One behind the other, which is two turns, would be no test.
    const turns = events.filter(({ actor }, n) => actor !== events[n - 1]?.actor).length;
    expect(turns).toBeGreaterThan(2);
  });

  it('one of them killed while it records leaves a chain that the other goes on with', {
    timeout: 120_000,
  }, async () => {
    const before = (await readAuditHead(store.read)).seq;
    const killed = startScript(script, ['killed', '100000', ...evaluations], store.database.env);
    const ended = once(killed, 'close');
    while ((await readAuditHead(store.read)).seq < before + 20) await sleep(5);
    const staying = runScript(script, ['staying', '200', ...evaluations], store.database.env);
    await sleep(300);
    killed.kill('SIGKILL');
    await ended;
    expect((await staying).stdout).toBe('200\n');
    expect(await faults()).toEqual([]);
    // What is recorded was done, and the other way round: each evaluation is as its last event says.
    for (const id of evaluations) {
      const { subject } = await store.read
        .selectFrom('audit_events')
        .select('subject')
        .where('evaluation_id', '=', id)
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow();
      const { place } = await store.read
        .selectFrom('evaluations')
        .select('place')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(place).toBe(`${subject}号`);
    }
  });
});
