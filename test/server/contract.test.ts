import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { VARIABLE_NAMES } from '../../server/config.ts';
import { PROBLEMS } from '../../server/problem-catalogue.ts';
import { withTestApp } from '../support/app.ts';
import { ENGINES } from '../support/engines.ts';

const page = await readFile(new URL('../../docs/contract.md', import.meta.url), 'utf8');

interface Operation {
  responses: Record<string, unknown>;
  summary?: string;
  security?: unknown[];
}

/** First cell and last cell of every row of every table. */
const rows = page
  .split('\n')
  .filter((line) => /^\| `/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
  .map((cells) => ({ first: cells[0]?.trim() ?? '', cells, issue: cells.at(-1)?.trim() }));
const calls = rows.flatMap(({ first, issue }) => {
  const call = /^`((?:GET|POST|PUT|PATCH|DELETE) \/\S*)`$/.exec(first)?.[1];
  return call === undefined ? [] : [{ call, issue }];
});
const now = calls.filter(({ issue }) => issue !== 'later').map(({ call }) => call);
const later = calls.filter(({ issue }) => issue === 'later').map(({ call }) => call);

describe('the contract, OpenAPI and the routes', () => {
  const t = withTestApp(ENGINES[0] ?? 'sqlite3');
  let registered: string[];
  let described: string[];
  let openapi: {
    paths: Record<string, Record<string, Operation>>;
  };

  beforeAll(async () => {
    // The workbench is one page and its files; other programs have nothing to do with it.
    const workbench =
      /^(\/|\/assets\/.*|\/evaluations.*|\/definitions.*|\/accounts?.*|\/audit|\/invitation)$/;
    registered = t.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !workbench.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    openapi = await (await t.anyone('GET', '/api/openapi.json')).json();
    described = Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  });

  const sorted = (list: readonly string[]) => [...new Set(list)].sort();

  it('each row says since when it holds', () => {
    expect(now.length).toBeGreaterThan(25);
    for (const { first, issue } of rows)
      expect([first, issue]).toEqual([first, expect.stringMatching(/^([2379]|1[0-5]|later)$/)]);
  });

  it('what the contract promises now is what the routes do, no less and no more', () => {
    expect(sorted(now)).toEqual(sorted(registered));
  });

  it('OpenAPI describes exactly these', () => {
    expect(sorted(described)).toEqual(sorted(registered));
  });

  it('what is promised for later is not there yet, so that its row is changed when it comes', () => {
    expect(later.length).toBeGreaterThan(5);
    for (const call of later) expect(registered).not.toContain(call);
  });

  it('OpenAPI says what each call is for, and which need no account', () => {
    const open = calls.slice(
      0,
      calls.findIndex(({ call }) => call === 'GET /api/session'),
    );
    for (const [path, methods] of Object.entries(openapi.paths)) {
      for (const [method, { summary, responses, security }] of Object.entries(methods)) {
        const call = `${method.toUpperCase()} ${path}`;
        expect([call, summary]).toEqual([call, expect.stringMatching(/^[A-Z]/)]);
        const isOpen = open.some((each) => each.call === call);
        expect([call, security]).toEqual([call, isOpen ? [] : undefined]);
        if (!isOpen)
          expect([call, Object.keys(responses)]).toContainEqual(expect.arrayContaining(['401']));
      }
    }
  });

  it('OpenAPI says how any body may be refused, and what an archived evaluation answers', () => {
    // These two are for archived ones as well.
    const evenArchived = ['POST /api/evaluations/{id}/copy', 'DELETE /api/evaluations/{id}'];
    for (const [path, methods] of Object.entries(openapi.paths)) {
      for (const [method, { responses, security }] of Object.entries(methods)) {
        const call = `${method.toUpperCase()} ${path}`;
        if (method === 'get' || !path.startsWith('/api/')) continue;
        const refusals = ['413', '415', '422'];
        const isOfOne = /^\/api\/(evaluations\/\{id\}|surveys\/\{code\}|responses\/\{id\})/.test(
          path,
        );
        if (isOfOne && security === undefined && !evenArchived.includes(call)) refusals.push('409');
        expect([call, Object.keys(responses)]).toEqual([call, expect.arrayContaining(refusals)]);
      }
    }
  });

  it('every variable of the environment is listed', () => {
    const names = rows.flatMap(({ first }) =>
      [...first.matchAll(/`([A-Z_]+)`/g)].map((match) => match[1]),
    );
    expect(sorted(names.filter((name) => name !== undefined))).toEqual(sorted(VARIABLE_NAMES));
  });

  it('every error is listed with its status', () => {
    const listed = rows.flatMap(({ first, cells }) => {
      const code = /^`([a-z-]+)`$/.exec(first)?.[1];
      return code === undefined ? [] : [[code, Number(cells[1])] as const];
    });
    const known = Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(known));
  });
});

describe('the catalogue of errors', () => {
  it('says each in both languages', () => {
    for (const { title } of Object.values(PROBLEMS)) {
      const { 'zh-CN': zh, en } = title;
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[A-Z]/);
    }
  });
});
