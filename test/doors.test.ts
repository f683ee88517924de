import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circles, crossings, folderOf, ROOMS, SERVER_FOLDERS } from './support/doors.ts';
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

  it('are said for every folder of the server, and for none that is not there', () => {
    const folders = inRoom('server')
      .filter(({ path }) => path.split('/').length > 2)
      .map(({ path }) => path.split('/')[1]);
    expect([...new Set(folders)].sort()).toEqual([...SERVER_FOLDERS].sort());
  });

  it('are written down for every folder of the server in docs/architecture.md', () => {
    const page = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| server\/([a-z]+) \|/gm)].map(([, folder]) => folder);
    // The example is data that a start loads; nobody asks it for anything.
    expect([...rows, 'example'].sort()).toEqual([...SERVER_FOLDERS].sort());
  });

  it('let nobody import a route but app.ts, which makes the server of them', () => {
    const importers = house.filter((file) =>
      importsOf(file).some(({ target }) => target.startsWith('server/routes/')),
    );
    expect(importers.map(({ path }) => path)).toEqual(['server/app.ts']);
  });

  it('lead in no circle, from file to file or from folder to folder, not even by a type', () => {
    expect(circles(house, (path) => path)).toEqual([]);
    expect(circles(house, folderOf)).toEqual([]);
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
    [
      'server/x.ts',
      "import { h } from '../client/workbench/api/client.ts';",
      'client/workbench/api/client.ts',
    ],
    ['server/evaluations/x.ts', "import type { Context } from 'hono';", 'hono'],
    ['server/presenters/x.ts', "import type { Context } from 'hono';", 'hono'],
    [
      'server/accounts/x.ts',
      "import { surveyFor } from '../evaluations/load.ts';",
      'server/evaluations/load.ts',
    ],
    [
      'server/evaluations/x.ts',
      "import { takeResponse } from '../fieldwork/take-response.ts';",
      'server/fieldwork/take-response.ts',
    ],
    [
      'server/figures/x.ts',
      "import { scoreEvaluation } from '../scoring/current.ts';",
      'server/scoring/current.ts',
    ],
    [
      'server/scoring/x.ts',
      "import { presentScoring } from '../presenters/scoring.ts';",
      'server/presenters/scoring.ts',
    ],
    [
      'server/presenters/x.ts',
      "import { findSurvey } from '../store/surveys.ts';",
      'server/store/surveys.ts',
    ],
    [
      'server/http/x.ts',
      "import { presentSurvey } from '../presenters/survey.ts';",
      'server/presenters/survey.ts',
    ],
    [
      'server/routes/x.ts',
      "import { surveyRoutes } from './surveys.ts';",
      'server/routes/surveys.ts',
    ],
    [
      'server/seed.ts',
      "import { surveyRoutes } from './routes/surveys.ts';",
      'server/routes/surveys.ts',
    ],
    [
      'server/routes/x.ts',
      "import { renderForm } from '../../client/form/render.tsx';",
      'client/form/render.tsx',
    ],
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
      'client/workbench/api/client.ts',
      "import { createApp } from '../../../server/app.ts';",
      'server/app.ts',
    ],
    [
      'client/workbench/api/client.ts',
      "import type { Db } from '../../../server/store/tables.ts';",
      'server/store/tables.ts',
    ],
    [
      'client/workbench/api/session.ts',
      "import type { AppType } from '../../../server/app.ts';",
      'server/app.ts',
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
    [
      'server/presenters/respondent-page.ts',
      "import { renderForm } from '../../client/form/render.tsx';",
    ],
    ['server/presenters/x.ts', "import type { Survey } from '../store/surveys.ts';"],
    ['server/presenters/x.ts', "import { textFor } from '../evaluations/placeholders.ts';"],
    ['server/fieldwork/x.ts', "import { surveyFor } from '../evaluations/load.ts';"],
    ['server/app.ts', "import { surveyRoutes } from './routes/surveys.ts';"],
    [
      'client/form/x.tsx',
      "import type { Item } from '../../survey-definitions/form.ts';\nimport { h } from 'preact';",
    ],
    ['client/workbench/api/client.ts', "import type { AppType } from '../../../server/app.ts';"],
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

  it('in a circle is found, between files and between folders', () => {
    const round = [
      source('server/store/a.ts', "import { b } from '../accounts/b.ts';"),
      source('server/accounts/b.ts', "import type { c } from '../store/c.ts';"),
      source('server/store/c.ts', 'export const c = 1;'),
    ];
    expect(circles(round, (path) => path)).toEqual([]);
    expect(circles(round, folderOf)).toEqual([['server/accounts', 'server/store']]);
    const closed = [...round.slice(0, 2), source('server/store/c.ts', "import './a.ts';")];
    expect(circles(closed, (path) => path)).toEqual([
      ['server/accounts/b.ts', 'server/store/a.ts', 'server/store/c.ts'],
    ]);
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
/** A standard error has a root in it, and is no exact number. */
const ESTIMATES = ['analysis/bootstrap.ts', 'analysis/sample-size.ts', 'analysis/uncertainty.ts'];
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

  it('never lets a float near a score: fraction.ts alone reads and makes them, and what estimates, which no score is made of', () => {
    const exact = inRoom('analysis').filter(({ path }) => !ESTIMATES.includes(path));
    expect(exact).toHaveLength(inRoom('analysis').length - ESTIMATES.length);
    expect(found(FLOATS, exact)).toEqual([]);
    const scoring = inRoom('analysis').filter(({ path }) => path.startsWith('analysis/scoring/'));
    expect(scoring.filter(({ text }) => /uncertainty|bootstrap|quantile/.test(text))).toEqual([]);
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
