import { describe, expect, it } from 'vitest';
import { auditWords } from '../../../client/workbench/audit/words.ts';
import {
  ACCOUNT_PERMISSIONS,
  EVALUATION_PERMISSIONS,
} from '../../../survey-definitions/permission.ts';
import { sourcesUnder, withoutComments } from '../../support/imports.ts';

const LITERAL = /'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g;
const FILE = /\.(?:ts|js|css|json|gz|html)$/;
const PERMISSIONS: ReadonlySet<string> = new Set([
  ...ACCOUNT_PERMISSIONS,
  ...EVALUATION_PERMISSIONS,
]);

/**
 * Every action that the server's sources name: a text of a kind, a dot and a verb, be it behind `action:`, in a choice of two or
 * handed on. What is not one has the same look: permissions, except where the line says that it is an action, columns
 * of tables, and names of files.
 */
function actionsOf(path: string, source: string): string[] {
  return source.split('\n').flatMap((line) => {
    const isAction = /\baction\b|\bactionOf\b/.test(line);
    if (path.includes('server/store/') && !isAction) return [];
    return [...line.matchAll(LITERAL)]
      .map(([, action = '']) => action)
      .filter((action) => !FILE.test(action) && (isAction || !PERMISSIONS.has(action)));
  });
}

describe('the words of the audit', () => {
  const recorded = sourcesUnder('server').flatMap(({ path, text }) =>
    actionsOf(path, withoutComments(text)),
  );

  it('are there for every action that the server records', () => {
    expect(new Set(recorded).size).toBeGreaterThan(30);
    const known = Object.keys(auditWords.actions);
    expect([...new Set(recorded)].filter((action) => !known.includes(action)).sort()).toEqual([]);
  });

  it('say nothing of actions that nobody records', () => {
    expect(Object.keys(auditWords.actions).filter((action) => !recorded.includes(action))).toEqual(
      [],
    );
  });

  it('name every kind that can be filtered by, and no other', () => {
    const kinds = new Set(Object.keys(auditWords.actions).map((action) => action.split('.')[0]));
    expect(Object.keys(auditWords.kinds).sort()).toEqual([...kinds].sort());
  });
});
