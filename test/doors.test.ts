import { describe, expect, it } from 'vitest';
import { crossings, ROOMS, reachableFrom } from './support/doors.ts';
import { importsOf, type Source, sourcesUnder, withoutComments } from './support/imports.ts';

const house = sourcesUnder(...ROOMS);
const inRoom = (room: string) => house.filter(({ path }) => path.startsWith(`${room}/`));
const source = (path: string, text: string): Source => ({ path, text });

describe('the doors of the house', () => {
  it.each(ROOMS)('of %s are looked at in every file', (room) => {
    expect(inRoom(room).length).toBeGreaterThan(5);
    expect(inRoom(room).flatMap(importsOf).length).toBeGreaterThan(5);
  });

  it.each(ROOMS)('of %s are crossed by no import', (room) => {
    expect(crossings(inRoom(room))).toEqual([]);
  });

  it('lead from routes to store, and by no detour back', () => {
    const stores = house.filter(({ path }) => path.startsWith('server/store/'));
    const back = stores.flatMap(({ path }) =>
      [...reachableFrom(path, house)]
        .filter((target) => target.startsWith('server/routes/'))
        .map((target) => `${path} -> ${target}`),
    );
    expect(stores.length).toBeGreaterThan(5);
    expect(back).toEqual([]);
  });

  it('lead every relative import to a file with its extension', () => {
    const bare = house
      .flatMap((file) => importsOf(file).map((to) => ({ file, to })))
      .filter(({ to }) => !to.isPackage && !/\.(tsx?|json|css)$/.test(to.target))
      .map(({ file, to }) => `${file.path} -> ${to.specifier}`);
    expect(bare).toEqual([]);
  });
});

describe('a crossing import', () => {
  it.each([
    [
      'survey-definitions/x.ts',
      "import { display } from '../analysis/rounding.ts';",
      'analysis/rounding.ts',
    ],
    ['survey-definitions/x.ts', "import { Hono } from 'hono';", 'hono'],
    ['survey-definitions/x.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['analysis/x.ts', "import { z } from 'zod';", 'zod'],
    [
      'analysis/scoring/x.ts',
      "import type { Db } from '../../server/store/tables.ts';",
      'server/store/tables.ts',
    ],
    ['analysis/x.ts', "import { createHash } from 'node:crypto';", 'node:crypto'],
    ['analysis/x.ts', "const fs = await import('node:fs');", 'node:fs'],
    ['analysis/x.ts', 'const room = await import(somewhere);', '?'],
    ['server/x.ts', "import { h } from '../client/workbench/api.ts';", 'client/workbench/api.ts'],
    ['server/x.ts', "import { any } from '../test/support/cases.ts';", 'test/support/cases.ts'],
    [
      'server/store/x.ts',
      "import { shown } from '../routes/surveys.ts';",
      'server/routes/surveys.ts',
    ],
    [
      'client/form/x.tsx',
      "import { textIn } from '../../survey-definitions/text.ts';",
      'survey-definitions/text.ts',
    ],
    [
      'client/form/x.tsx',
      "import { type Text, textIn } from '../../survey-definitions/text.ts';",
      'survey-definitions/text.ts',
    ],
    [
      'client/form/x.tsx',
      "import type { Flag } from '../../analysis/validity.ts';",
      'analysis/validity.ts',
    ],
    ['client/form/x.tsx', "import { z } from 'zod';", 'zod'],
    ['client/form/x.tsx', "import { css } from '../workbench/css.ts';", 'client/workbench/css.ts'],
    [
      'client/workbench/api.ts',
      "import { createApp } from '../../server/app.ts';",
      'server/app.ts',
    ],
    [
      'client/workbench/api.ts',
      "import type { Db } from '../../server/store/tables.ts';",
      'server/store/tables.ts',
    ],
    [
      'client/workbench/x.tsx',
      "import type { AppType } from '../../server/app.ts';",
      'server/app.ts',
    ],
    [
      'client/workbench/x.tsx',
      "type App = import('../../server/app.ts').AppType;",
      'server/app.ts',
    ],
    [
      'client/workbench/a/x.tsx',
      "import { Form } from '../../form/form.tsx';",
      'client/form/form.tsx',
    ],
    ['client/workbench/x.tsx', "import {\n  a,\n  b,\n} from 'node:path';", 'node:path'],
    ['client/workbench/x.tsx', "import '../form/form.css';", 'client/form/form.css'],
    ['client/workbench/x.tsx', "export { Form } from '../form/form.tsx';", 'client/form/form.tsx'],
  ])('in %s would be caught: %s', (path, text, target) => {
    expect(crossings([source(path, `const before = 1;\n${text}\n`)])).toEqual([
      `${path} -> ${target}`,
    ]);
  });

  it.each([
    ['survey-definitions/x.ts', "import { z } from 'zod';"],
    [
      'analysis/scoring/x.ts',
      "import { add } from '../fraction.ts';\nimport { Id } from '../../survey-definitions/text.ts';",
    ],
    [
      'server/routes/x.ts',
      "import { readCounts } from '../store/counts.ts';\nimport { Hono } from 'hono';",
    ],
    ['server/x.ts', "import { renderForm } from '../client/form/render.tsx';"],
    [
      'client/form/x.tsx',
      "import type { Item } from '../../survey-definitions/form.ts';\nimport { h } from 'preact';",
    ],
    ['client/workbench/api.ts', "import type { AppType } from '../../server/app.ts';"],
    ['client/workbench/a/x.tsx', "import { display } from '../../../analysis/rounding.ts';"],
    [
      'analysis/x.ts',
      "// import { z } from 'zod';\n/*\nimport { z } from 'zod';\n*/\nconst a = 1;",
    ],
    ['analysis/x.ts', "const words = 'import of /* what';\nconst b = \"from 'zod'\";"],
  ])('is none in %s: %s', (path, text) => {
    expect(crossings([source(path, text)])).toEqual([]);
  });

  it('outside every room is caught too', () => {
    expect(crossings([source('utils/x.ts', '')])).toEqual(['utils/x.ts -> stands in no room']);
  });

  it('by a detour is found', () => {
    const detour = [
      source('server/store/a.ts', "import { b } from '../b.ts';"),
      source('server/b.ts', "import type { c } from './routes/c.ts';"),
      source('server/routes/c.ts', "import { a } from '../store/a.ts';"),
    ];
    expect([...reachableFrom('server/store/a.ts', detour)]).toContain('server/routes/c.ts');
  });
});

/** "file: what" for each of the patterns that stands in the code, outside comments. */
function found(patterns: readonly RegExp[], files: readonly Source[]): string[] {
  return files.flatMap(({ path, text }) =>
    patterns.flatMap((pattern) => {
      const match = pattern.exec(withoutComments(text));
      return match ? [`${path}: ${match[0]}`] : [];
    }),
  );
}

const IMPURE = [
  /\bnew Date\b/,
  /\bDate\.\w+/,
  /\bMath\.random\b/,
  /\bperformance\b/,
  /\bprocess\./,
  /\bglobalThis\b/,
  /\bfetch\(/,
  /\bcrypto\b/,
  /\bset(Timeout|Interval|Immediate)\b/,
  /\bconsole\./,
  /\basync\b|\bawait\b/,
];
const ROUNDING = [/\bMath\.(round|fround)\b/, /\.to(Fixed|Precision)\(/];
const FLOATS = [
  /\bMath\.(floor|ceil|trunc)\b/,
  /\bparseFloat\b/,
  /\bNumber\(/,
  /\btoNumber\b/,
  /\bNumber\.parse\w+/,
];

describe('analysis', () => {
  it('knows no clock, no chance, no file and no network, and waits for nothing', () => {
    expect(found(IMPURE, inRoom('analysis'))).toEqual([]);
  });

  it('never lets a float near a score: fraction.ts alone reads and makes them', () => {
    expect(found(FLOATS, inRoom('analysis'))).toEqual([]);
  });

  it('rounds in rounding.ts alone, and the server nowhere', () => {
    const files = [...inRoom('analysis'), ...inRoom('server')];
    expect(found(ROUNDING, files)).toEqual([]);
  });

  it.each([
    ['purity', IMPURE, 'const at = new Date();'],
    ['purity', IMPURE, 'const at = Date.now();'],
    ['purity', IMPURE, 'const luck = Math.random();'],
    ['purity', IMPURE, 'export async function f() {}'],
    ['exactness', FLOATS, 'const n = Number(text);'],
    ['exactness', FLOATS, 'const n = toNumber(fraction);'],
    ['one rounding', ROUNDING, 'const n = Math.round(x);'],
    ['one rounding', ROUNDING, 'const text = x.toFixed(2);'],
  ])(
    'is held to %s, which would be broken and seen in code but not in a comment',
    (_, patterns, text) => {
      expect(found(patterns, [source('analysis/x.ts', text)])).toHaveLength(1);
      expect(found(patterns, [source('analysis/x.ts', `// ${text}`)])).toEqual([]);
    },
  );
});
