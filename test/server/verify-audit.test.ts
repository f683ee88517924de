import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuditHead, recordAudit } from '../../server/store/audit.ts';
import { NO_EVENT } from '../../server/store/audit-chain.ts';
import { openStore } from '../../server/store/open.ts';
import type { Db } from '../../server/store/tables.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../support/engines.ts';
import { bundleScript, runScript } from '../support/run-script.ts';

let command: string;
beforeAll(async () => {
  command = await bundleScript('server/verify-audit.ts');
});

describe.each(ENGINES)('npm run verify-audit on %s', (engine) => {
  let database: TestDatabase;
  let head: string;
  const verify = (...args: string[]) => runScript(command, args, database.env);
  const tamper = async (work: (db: Db) => Promise<unknown>) => {
    const store = await openStore(database.options);
    await work(store.write);
    await store.close();
  };

  beforeAll(async () => {
    database = await createTestDatabase(engine);
    const store = await openStore(database.options);
    for (let n = 1; n <= 6; n += 1)
      await recordAudit(store.write, {
        at: '2026-03-01T00:00:00.000Z',
        actor: 'admin',
        action: 'survey.open',
        evaluationId: null,
        subject: `s${n}`,
        detail: {},
      });
    const { seq, hash } = await readAuditHead(store.read);
    head = `${seq}:${hash}`;
    await store.close();
  });
  afterAll(() => database.drop());

  it('says how many events were checked and what can be kept outside', async () => {
    const printed = { code: 0, stdout: `6 events, the chain holds\nhead ${head}\n`, stderr: '' };
    expect(await verify()).toEqual(printed);
    expect(await verify('--head', head)).toEqual(printed);
    expect(await verify(`--head=${head.toUpperCase()}`)).toEqual(printed);
    expect(await verify('--head', `0:${NO_EVENT.hash}`)).toEqual(printed);
  });

  it('names a head from outside that does not occur', async () => {
    for (const other of [head.replace('6:', '5:'), head.replace('6:', '7:')])
      expect(await verify('--head', other)).toEqual({
        code: 1,
        stdout: `--head ${other.split(':')[0]}: does not occur in the chain\n6 events, 1 fault\nhead ${head}\n`,
        stderr: '',
      });
  });

  it.each([
    [['--head', '6'], '--head takes SEQ:HASH as this command prints it, not 6\n'],
    [['--head', '6:abc'], '--head takes SEQ:HASH as this command prints it, not 6:abc\n'],
    [['--haed', '6'], expect.stringContaining("'--haed'")],
    [['6'], expect.stringContaining("'6'")],
  ])('does not check where it was asked %j', async (args, stderr) => {
    expect(await verify(...args)).toEqual({ code: 2, stdout: '', stderr });
  });

  it('names each fault and where it is', async () => {
    await tamper(async (db) => {
      const set = (seq: number, values: object) =>
        db.updateTable('audit_events').set(values).where('seq', '=', seq).execute();
      await set(1, { actor: 'li' });
      await db.deleteFrom('audit_events').where('seq', '=', 3).execute();
      await set(4, { seq: 0 });
      await set(5, { seq: 4 });
      await set(0, { seq: 5 });
      await db.updateTable('audit_head').set({ seq: 9 }).execute();
    });
    expect(await verify()).toMatchObject({
      code: 1,
      stdout: `event 1: changed
event 3: missing
event 4: out of order, it was recorded as 5
event 5: does not follow the one before
event 5: out of order, it was recorded as 4
event 6: does not follow the one before
head: does not match the last event, 6
5 events, 7 faults
head 9:${head.slice(2)}
`,
    });
    await tamper(async (db) => {
      await db.deleteFrom('audit_events').where('seq', '<', 6).execute();
      await db.deleteFrom('audit_head').execute();
    });
    expect(await verify()).toMatchObject({
      code: 1,
      stdout: `events 1 to 5: missing
head: does not match the last event, 6
1 events, 2 faults
head gone
`,
    });
  });

  it('says what of its environment it cannot use, and makes no database where there is none', async () => {
    const wrong = { SQLITE_DRIVER: 'oracle' };
    expect(await runScript(command, [], wrong)).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^SQLITE_DRIVER.*\n$/),
    });
    if (engine === 'postgres') return;
    const empty = await createTestDatabase(engine);
    const dataDir = empty.env['DATA_DIR'] ?? '';
    await rm(dataDir, { recursive: true });
    expect(await runScript(command, [], empty.env)).toEqual({
      code: 2,
      stdout: '',
      stderr: `DATA_DIR: there is no database in ${dataDir}\n`,
    });
    await empty.drop();
  });
});
