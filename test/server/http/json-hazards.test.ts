import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonHazard, isUsableText } from '../../../server/http/json-hazards.ts';

describe('JSON hazards', () => {
  it('is not found in whatever a definition may hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(
          !text.includes('\\u0000') && !text.includes('__proto__') && !/\\ud[89a-f]/i.test(text),
        );
        expect(findJsonHazard(JSON.parse(text))).toBeUndefined();
      }),
    );
  });

  it('is found at any depth, and named by its place', () => {
    const hazardous = JSON.parse('{"a":[1,{"b":"x\\u0000y"}]}');
    expect(findJsonHazard(hazardous)).toEqual({ path: ['a', 1, 'b'], code: 'unusable-characters' });
  });

  it.each([
    ['a key __proto__', '{"a":{"__proto__":1}}', 'forbidden-key', ['a', '__proto__']],
    ['a NUL in a key', '{"a\\u0000":1}', 'unusable-characters', ['a\0']],
    ['half a surrogate pair', '["\\ud83d"]', 'unusable-characters', [0]],
  ])('%s', (_, text, code, path) => {
    expect(findJsonHazard(JSON.parse(text))).toEqual({ path, code });
  });

  it('thirty thousand levels deep is found without overflowing the stack', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = JSON.parse(`${open.repeat(30_000)}1${close.repeat(30_000)}`);
      expect(findJsonHazard(deep)?.code).toBe('too-deep');
    }
  });

  it('leaves keys alone that only look dangerous', () => {
    expect(
      findJsonHazard(JSON.parse('{"constructor":{"prototype":1},"toString":2}')),
    ).toBeUndefined();
  });
});

describe('usable text', () => {
  it('is every whole character but NUL', () => {
    expect(isUsableText('满意👍\r\n\t')).toBe(true);
    expect(isUsableText('\0')).toBe(false);
    expect(isUsableText('👍'.slice(0, 1))).toBe(false);
    expect(isUsableText('👍'.slice(1))).toBe(false);
  });
});
