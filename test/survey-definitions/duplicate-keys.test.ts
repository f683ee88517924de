import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateKeys } from '../../survey-definitions/duplicate-keys.ts';
import { jsonPath } from '../../survey-definitions/fault.ts';

const pathsIn = (json: string) => duplicateKeys(json).map(jsonPath);

describe('a key given twice', () => {
  it.each([
    ['{"a":1,"a":2}', ['$.a']],
    ['{"a":1,"b":{"a":1,"c":2}}', []],
    ['{"sections":[{"id":"x"},{"id":"y","title":"a","id":"z"}]}', ['$.sections[1].id']],
    ['{"a":{"b":1,"b":2},"a":[]}', ['$.a.b', '$.a']],
    ['{"a":1,"a":2,"a":3}', ['$.a', '$.a']],
    ['[[{"k":0,"k":0}],{"k":0}]', ['$[0][0].k']],
    ['{"a":1,"\\u0061":2}', ['$.a']],
    ['{"a\\"b":1,"a\\"b":2}', ["$['a\"b']"]],
    ['{"zh-CN":"一","en":"{\\"en\\":1,\\"en\\":2}","zh-CN":"二"}', ["$['zh-CN']"]],
    ['{"a":"a","b":"a","c":["a","a"]}', []],
    [' { "a" : "," , "b" : [ ] , "a" : { } } ', ['$.a']],
    ['{"\\\\":1,"\\\\":2}', ["$['\\\\']"]],
    ['"a"', []],
    ['{"":1,"":2}', ["$['']"]],
  ])('in %s is found in its place', (json, paths) => {
    expect(JSON.parse(json)).toBeDefined();
    expect(pathsIn(json)).toEqual(paths);
  });

  it('is found in no text that was written from a value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => {
        expect(duplicateKeys(json)).toEqual([]);
        expect(duplicateKeys(JSON.stringify(JSON.parse(json), null, 2))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is found thirty thousand levels deep, and in a long text at once', () => {
    expect(duplicateKeys(`${'['.repeat(30_000)}{"a":1,"a":2}${']'.repeat(30_000)}`)).toHaveLength(
      1,
    );
    const many = `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":"${'"'.replace('"', '')}"`).join(',')},"k7":1}`;
    expect(pathsIn(many)).toEqual(['$.k7']);
  });

  it.each(['../../survey-definitions', '../cases'])(
    'stands in no JSON that we ship: %s',
    (folder) => {
      const root = join(import.meta.dirname, folder);
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.json'),
      );
      expect(files.length).toBeGreaterThan(1);
      for (const file of files) {
        expect([file, pathsIn(readFileSync(join(root, file), 'utf8'))]).toEqual([file, []]);
      }
    },
  );
});
