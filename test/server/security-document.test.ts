import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');

describe('what docs/security.md claims', () => {
  it('names tests and files that are there', () => {
    const named = [...text.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, path = '']) => path);
    const roots = ['', 'test/server/', 'test/server/routes/'];
    const missing = named.filter((path) => !roots.some((root) => existsSync(`${root}${path}`)));
    expect(named.length).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  });

  it('leads to sections that are there', () => {
    const heads = [...text.matchAll(/^## (.+)$/gm)].map(([, head = '']) =>
      head
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    const led = [...text.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(led.filter((anchor) => !heads.includes(anchor))).toEqual([]);
  });
});
