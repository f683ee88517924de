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
      '@kurkle/color',
      '@tanstack/query-core',
      'chart.js',
      'eventsource-parser',
      'hono',
      'preact',
      'preact-iso',
      'uqr',
    ]);
    expect(inputs.filter((file) => file.startsWith('server/'))).toEqual([]);
  });

  it('begins without what draws charts, which one file brings to the screens that have one', () => {
    const outputs = Object.entries(built.metafile.outputs).filter(([file]) => file.endsWith('.js'));
    const draws = ([, { inputs }]: (typeof outputs)[number]) =>
      Object.keys(inputs).some((file) => file.startsWith('node_modules/chart.js/'));
    expect(outputs.map(([file]) => file.replace(/-[A-Z0-9]{8}/, '')).toSorted()).toEqual([
      'dist/client/bar-chart.js',
      'dist/client/workbench.js',
    ]);
    expect(outputs.filter(draws).map(([, { entryPoint }]) => entryPoint)).toEqual([
      'client/workbench/arrivals/bar-chart.ts',
    ]);
  });

  it('makes no code and no style sheets at run time, which its content security policy refuses', () => {
    const makers = ['eval(', 'new Function(', 'insertRule(', 'dangerouslySetInnerHTML:'];
    const scripts = [built.script, ...built.later.values()];
    expect(makers.filter((maker) => scripts.some((script) => script.includes(maker)))).toEqual([]);
  });

  it('fetches nothing from elsewhere', () => {
    expect(built.style.match(/url\(|@import/)).toBeNull();
  });
});
