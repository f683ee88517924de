import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { withTestApp } from '../support/app.ts';
import { ENGINES } from '../support/engines.ts';

describe('the description of the API', () => {
  const t = withTestApp(ENGINES[0] ?? 'sqlite3');
  let source: string;

  beforeAll(async () => {
    source = await (await t.anyone('GET', '/api/openapi.json')).text();
  });

  const lint = async (text: string) => {
    const config = await createConfig({ extends: ['recommended'] });
    const found = await lintFromString({ source: text, config });
    return found.map(
      ({ ruleId, message, location }) => `${ruleId}: ${message} at ${location[0]?.pointer}`,
    );
  };

  it('passes the recommended rules of a public linter, warnings included', async () => {
    expect(await lint(source)).toEqual([]);
  });

  it('would not without its licence, or with an operation that has no name', async () => {
    const document = JSON.parse(source);
    delete document.info.license;
    delete document.paths['/healthz'].get.operationId;
    const found = (await lint(JSON.stringify(document))).map((each) => each.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['info-license', 'operation-operationId']));
  });

  it('lets be null what may be: no part of an answer is both a thing that is not null and perhaps null', () => {
    const impossible: string[] = [];
    const look = (schema: unknown, at: string) => {
      if (typeof schema !== 'object' || schema === null) return;
      const { allOf } = schema as { allOf?: { $ref?: string; type?: string[] }[] };
      if (allOf?.some(({ $ref }) => $ref) && allOf.some(({ type }) => type?.includes('null')))
        impossible.push(at);
      for (const [key, part] of Object.entries(schema)) look(part, `${at}/${key}`);
    };
    look(JSON.parse(source), '');
    expect(impossible).toEqual([]);
  });

  it('says of every call in an evaluation or survey that it may be unknown, and of every call of staff that it may be refused', () => {
    const { paths } = JSON.parse(source) as {
      paths: Record<
        string,
        Record<string, { security?: unknown[]; responses: Record<string, unknown> }>
      >;
    };
    const unsaid = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { security }]) => security === undefined)
        .flatMap(([method, { responses }]) =>
          ['401', '403', ...(/\{(id|code)\}/.test(path) ? ['404'] : [])]
            .filter((status) => responses[status] === undefined)
            .map((status) => `${method} ${path} ${status}`),
        ),
    );
    expect(unsaid).toEqual([]);
  });

  it('names its operations so that they read as methods, each once', () => {
    const { paths } = JSON.parse(source) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const ids = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(ids.length).toBeGreaterThan(25);
    expect(new Set(ids).size).toBe(ids.length);
    const verbs =
      /^(list|get|create|publish|change|delete|open|close|reopen|copy|issue|count|submit|sign|enter|begin|confirm|renew|end|stay|download|show|post|accept|join|look|offer|remove|reset|revoke|withdraw|put|take|watch|judge|freeze|compare)[A-Z][A-Za-z]+$/;
    for (const id of ids) expect(id).toMatch(verbs);
  });
});
