import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnIn,
  lineAt,
  linesOf,
  placedAt,
  stepsOf,
} from '../../../../client/workbench/definitions/upload/places.ts';
import {
  readJson,
  SyntaxFault,
  type SyntaxFaultCode,
} from '../../../../client/workbench/definitions/upload/read-json.ts';
import { jsonPath } from '../../../../survey-definitions/fault.ts';

type Steps = (string | number)[];

/** Every value of parsed JSON with the way to it. */
function valuesIn(value: unknown, steps: Steps = []): { steps: Steps; value: unknown }[] {
  const inside = Array.isArray(value)
    ? value.map((each, index) => valuesIn(each, [...steps, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, each]) => valuesIn(each, [...steps, key]))
      : [];
  return [{ steps, value }, ...inside.flat()];
}

const faultOf = (text: string): SyntaxFault | undefined => {
  try {
    readJson(text);
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxFault) return error;
    throw error;
  }
};
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const placeIn = (text: string, at: number): [line: number, column: number] => {
  const line = lineAt(linesOf(text), at);
  return [line.number, columnIn(line, at)];
};

const KEYS = fc.oneof(
  fc.constantFrom('a', 'zh-CN', "it's", 'a"b', 'back\\slash', '\\"', "\\'", '0', '键', '__proto__'),
  fc.string({ unit: 'binary' }),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.double(), fc.boolean()),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc
      .array(fc.tuple(KEYS, tie('json')), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));
const INDENTS = fc.constantFrom(0, 1, 2, '\t');

describe('a JSON path', () => {
  it('is read back as the steps it was written from', () => {
    const steps = fc.array(fc.oneof(KEYS, fc.nat(1000)));
    fc.assert(
      fc.property(steps, (given) => {
        expect(stepsOf(jsonPath(given))).toEqual(given);
      }),
    );
  });

  it('leads to the very characters of its value, on the line where that stands', () => {
    fc.assert(
      fc.property(json, INDENTS, (given, indent) => {
        const text = JSON.stringify(given, null, indent) ?? 'null';
        const root = readJson(text);
        const lines = linesOf(text);
        for (const { steps, value } of valuesIn(JSON.parse(text))) {
          const { at, end, exactly } = placedAt(root, jsonPath(steps));
          expect(exactly).toBe(true);
          expect(JSON.parse(text.slice(at, end))).toEqual(value);
          expect(lineAt(lines, at).number).toBe(text.slice(0, at).split('\n').length);
        }
      }),
    );
  });

  it('of a key that is missing leads to what it is missing from', () => {
    const text = '{\n  "items": [\n    { "id": "a" },\n    { "id": "b" }\n  ]\n}';
    const { at, exactly } = placedAt(readJson(text), '$.items[1].topic.en');
    expect([placeIn(text, at), exactly]).toEqual([[4, 5], false]);
  });

  it('of a key that is given twice leads to the one that counts', () => {
    const text = '{ "a": 1,\n "a": 2 }';
    expect(placeIn(text, placedAt(readJson(text), '$.a').at)).toEqual([2, 7]);
  });
});

describe('a text', () => {
  it('is taken for JSON exactly where JSON.parse takes it', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '\\u00e9', '1', '-', '0', '.5', 'e3'],
      ...['true', 'null', 'nul', ' ', '\n', '\t', '//', "'", '，', '“', '\u00a0', '\u0000', 'x'],
    );
    const any = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(any, fc.string()), (text) => {
        expect(faultOf(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('of JSON from which one character is taken away, or changed, is taken where JSON.parse takes it', () => {
    fc.assert(
      fc.property(json, fc.nat(), fc.constantFrom('', ',', '"', '：', '}'), (given, where, put) => {
        const whole = JSON.stringify(given, null, 1);
        const cut = where % (whole.length + 1);
        const text = whole.slice(0, cut) + put + whole.slice(cut + 1);
        expect(faultOf(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[SyntaxFaultCode, string, string, [number, number]]>([
    ['blank', ' \n ', '', [2, 2]],
    ['ends-early', '{ "a": [1, 2', '', [1, 13]],
    ['goes-on', '{}\n{}', '{', [2, 1]],
    ['full-width', '{\n  "标题": “空气”\n}', '“', [2, 9]],
    ['full-width', '{ "a": 1， "b": 2 }', '，', [1, 9]],
    ['full-width', '{ "a"：1 }', '：', [1, 6]],
    ['single-quotes', "{ 'a': 1 }", "'", [1, 3]],
    ['comment', '{\n  // a note\n  "a": 1\n}', '/', [2, 3]],
    ['comma-too-many', '[\n  1,\n]', ',', [2, 4]],
    ['comma-too-many', '[1,,2]', ',', [1, 4]],
    ['comma-missing', '{\n  "a": 1\n  "b": 2\n}', '"', [3, 3]],
    ['colon-missing', '{ "a" 1 }', '1', [1, 7]],
    ['key-expected', '{ version: 1 }', 'version', [1, 3]],
    ['value-expected', '{ "a": yes }', 'yes', [1, 8]],
    ['text-not-closed', '{\n  "a": "one\n  two" }', '"', [2, 8]],
    ['bad-escape', '{ "a": "C:\\dir" }', '\\', [1, 11]],
    ['bad-number', '{ "weight": 05 }', '05', [1, 13]],
    ['too-deep', '['.repeat(100_000), '[', [1, 202]],
  ])('that is none says why and where: %s', (code, text, found, place) => {
    const fault = faultOf(text);
    expect([fault?.code, fault?.found, placeIn(text, fault?.at ?? -1)]).toEqual([
      code,
      found,
      place,
    ]);
  });
});

describe('lines', () => {
  it('are counted as editors do, whatever ends them', () => {
    expect(linesOf('a\r\nb\nc\rd\n').map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
    expect(linesOf('')).toHaveLength(1);
  });

  it('hold every offset of the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '空', '\n', '\r')), fc.nat(), (signs, where) => {
        const text = signs.join('');
        const at = text.length === 0 ? 0 : where % text.length;
        const line = lineAt(linesOf(text), at);
        expect(line.at).toBeLessThanOrEqual(at);
        expect(text.slice(line.at).startsWith(line.text)).toBe(true);
        expect(text.slice(line.at, at)).not.toMatch(/\n./);
      }),
    );
  });

  it('have columns as people count characters', () => {
    const [line] = linesOf('𠮷 "a"');
    expect(line && columnIn(line, 3)).toBe(3);
  });
});
