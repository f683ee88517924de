import { describe, expect, it } from 'vitest';
import { sourcesUnder, withoutComments } from '../../support/imports.ts';

const server = sourcesUnder('server').map(({ path, text }) => ({
  path,
  text: withoutComments(text),
}));
const thatHave = (pattern: RegExp) =>
  server
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort();

/** The tables are taken over once, from the time before there was a chain. */
const MIGRATIONS = [
  'server/store/migrations/0001-initial.ts',
  'server/store/migrations/0010-audit-chain.ts',
];

const changing = (table: string) =>
  new RegExp(
    `(updateTable|deleteFrom|replaceInto|mergeInto)\\(\\s*['"\`]${table}|(update|delete\\s+from|truncate(\\s+table)?|replace\\s+into)\\s+"?${table}`,
    'i',
  );
const CHANGING = changing('audit_events');

describe('the audit is only ever appended to', () => {
  it('nothing changes an event or takes one away', () => {
    expect(thatHave(CHANGING)).toEqual([]);
  });

  it('one function appends, and names the table beside those that read', () => {
    expect(thatHave(/insert(Into\(\s*['"`]|\s+into\s+"?)audit_events/i)).toEqual([
      'server/store/audit.ts',
      'server/store/migrations/0010-audit-chain.ts',
    ]);
    const named = thatHave(/audit_events|audit_head/).filter((path) => !MIGRATIONS.includes(path));
    // 0008 reads who made a survey, before there was a chain.
    expect(named).toEqual([
      'server/store/accounts.ts',
      'server/store/audit.ts',
      'server/store/migrations/0008-planning.ts',
      'server/store/tables.ts',
      'server/store/verify-audit.ts',
    ]);
  });

  it('handing in a response records nothing, so that no respondent waits for the end of the chain', () => {
    const ofResponses = server.filter(
      ({ path }) => path.startsWith('server/fieldwork/') || /store\/.*(response|tally)/.test(path),
    );
    expect(ofResponses.length).toBeGreaterThan(15);
    expect(ofResponses.filter(({ text }) => /audit/i.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
    expect(thatHave(/\baudited\(|\brecordAudit\(/)).not.toContain('server/routes/responses.ts');
  });

  it.each([
    "db.deleteFrom('audit_events')",
    "trx.updateTable(\n  'audit_events')",
    'sql`delete from audit_events`',
    'sql`update "audit_events" set actor = 1`',
  ])('%s would be found', (code) => {
    expect(CHANGING.test(code)).toBe(true);
  });
});

describe('what was decided about a response is only ever appended to', () => {
  it('nothing changes a decision or takes one away but with its response', () => {
    expect(thatHave(changing('judgements'))).toEqual([]);
    expect(changing('judgements').test("trx.updateTable('judgements')")).toBe(true);
    expect(changing('judgements').test('sql`delete from judgements`')).toBe(true);
  });

  it('one function appends', () => {
    expect(thatHave(/insert(Into\(\s*['"`]|\s+into\s+"?)judgements/i)).toEqual([
      'server/store/judgements.ts',
    ]);
  });
});
