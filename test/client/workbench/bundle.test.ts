import { beforeAll, describe, expect, it } from 'vitest';
import { buildWorkbench } from '../../support/build-workbench.ts';

let built: Awaited<ReturnType<typeof buildWorkbench>>;

beforeAll(async () => {
  built = await buildWorkbench();
});

describe('the workbench’s download', () => {
  it('holds what it is made of and nothing else: no Zod, nothing of the server', () => {
    const inputs = Object.keys(built.metafile.inputs);
    const packages = inputs.map((file) => /^node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(file)?.[1]);
    expect([...new Set(packages)].filter(Boolean).toSorted()).toEqual([
      '@tanstack/query-core',
      'hono',
      'preact',
      'preact-iso',
      'uqr',
    ]);
    expect(inputs.filter((file) => file.startsWith('server/'))).toEqual([]);
  });

  it('makes no code and no style sheets at run time, which its content security policy refuses', () => {
    const makers = ['eval(', 'new Function(', 'insertRule(', 'dangerouslySetInnerHTML:'];
    expect(makers.filter((maker) => built.script.includes(maker))).toEqual([]);
  });

  it('fetches nothing from elsewhere', () => {
    expect(built.style.match(/url\(|@import/)).toBeNull();
  });
});
