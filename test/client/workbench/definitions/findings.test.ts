import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findingsIn,
  type Said,
  stretchesOf,
} from '../../../../client/workbench/definitions/upload/findings.ts';
import { linesOf } from '../../../../client/workbench/definitions/upload/places.ts';
import {
  kindOf,
  readFile,
  readText,
} from '../../../../client/workbench/definitions/upload/read-file.ts';
import { readJson } from '../../../../client/workbench/definitions/upload/read-json.ts';
import { LARGEST_STAFF_BODY } from '../../../../survey-definitions/upload-size.ts';

const TEXT = '{\n  "id": "a",\n  "items": [\n    { "id": "b" }\n  ]\n}';
const found = (...said: Said[]) => findingsIn(linesOf(TEXT), readJson(TEXT), said);
const file = (content: BlobPart, name = 'a.json') => new File([content], name);

describe('a finding', () => {
  it('stands where its path leads, with the value it is about', () => {
    const [one] = found({ kind: 'fault', message: 'm', path: '$.items[0].id' });
    expect(one).toMatchObject({ line: 4, column: 13, path: '$.items[0].id' });
    expect(TEXT.slice(one?.from, one?.to)).toBe('"b"');
  });

  it('about an object, a list, or what is missing in one is at its bracket', () => {
    const [list, missing] = found(
      { kind: 'doubt', message: 'm', path: '$.items' },
      { kind: 'fault', message: 'm', path: '$.items[0].topic' },
    );
    expect(TEXT.slice(list?.from, list?.to)).toBe('[');
    expect([missing?.line, TEXT.slice(missing?.from, missing?.to)]).toEqual([4, '{']);
  });

  it('comes in the order of the file, a fault before a doubt of the same place', () => {
    const all = found(
      { kind: 'doubt', message: 'later', path: '$.items' },
      { kind: 'doubt', message: 'doubt', path: '$.id' },
      { kind: 'fault', message: 'fault', path: '$.id' },
    );
    expect(all.map(({ id, message }) => `${id} ${message}`)).toEqual([
      'finding-1 fault',
      'finding-2 doubt',
      'finding-3 later',
    ]);
  });
});

describe('the file as it is shown', () => {
  it('holds every line once and in order, whatever is folded, and folds no finding away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.array(fc.nat(299)), (count, places) => {
        const text = Array.from({ length: count }, () => '1').join('\n');
        const lines = linesOf(text);
        const said = places.map((place): Said => {
          const at = 2 * (place % count);
          return { kind: 'fault', message: 'm', at };
        });
        const findings = findingsIn(lines, undefined, said);
        const stretches = stretchesOf(lines, findings);
        expect(stretches.flatMap((stretch) => stretch.lines)).toEqual(lines);
        const shown = stretches.filter((each) => each.shown).flatMap((each) => each.lines);
        const numbers = new Set(shown.map(({ number }) => number));
        for (const { line } of findings) expect(numbers.has(line)).toBe(true);
      }),
    );
  });

  it('of a hundred thousand lines is folded but for what is near a finding', () => {
    const text = '1\n'.repeat(100_000);
    const lines = linesOf(text);
    const findings = findingsIn(lines, undefined, [{ kind: 'fault', message: 'm', at: 100_000 }]);
    const shown = stretchesOf(lines, findings).filter((each) => each.shown);
    expect(shown.flatMap((each) => each.lines).length).toBe(7);
  });
});

describe('a file that was chosen', () => {
  it('is read with or without the mark that editors put before UTF-8', async () => {
    const bytes = new TextEncoder().encode('{"a":"空气"}');
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]);
    const read = { name: 'a.json', text: '{"a":"空气"}' };
    expect(await readFile(file(bytes))).toEqual(read);
    expect(await readFile(file(marked))).toEqual(read);
  });

  it.each([
    ['GBK', [0x7b, 0x22, 0xbf, 0xd5, 0xc6, 0xf8, 0x22]],
    ['UTF-16 as Notepad saves it', [0xff, 0xfe, 0x7b, 0x00]],
    ['no text at all', [0x50, 0x4b, 0x03, 0x04, 0xf3, 0x00]],
  ])('in %s is not taken for UTF-8', async (_, bytes) => {
    expect(await readFile(file(new Uint8Array(bytes)))).toMatchObject({
      unreadable: 'not-utf-8',
    });
  });

  it('larger than the server takes is not read', async () => {
    expect(await readFile(file('1'.repeat(LARGEST_STAFF_BODY)))).toHaveProperty('text');
    expect(await readFile(file('1'.repeat(LARGEST_STAFF_BODY + 1)))).toMatchObject({
      unreadable: 'too-large',
    });
  });

  it('on one long line is laid out, so that there is a line to point at', () => {
    const value = { items: Array.from({ length: 100 }, (_, n) => ({ id: `item-${n}` })) };
    const read = readText(JSON.stringify(value));
    expect([read.laidOut, read.value]).toEqual([true, value]);
    expect(linesOf(read.text).length).toBeGreaterThan(300);
    expect(readText(JSON.stringify(value, null, 2))).toMatchObject({ laidOut: false });
  });

  it('with a key that is given twice says which, and is shown as it is', () => {
    const read = readText('{ "id": "a", "items": [{ "id": "b", "id": "c" }] }');
    expect(read).toMatchObject({ laidOut: false, twice: [{ key: 'id', path: '$.items[0].id' }] });
  });

  it('that is no JSON says where it stops being it', () => {
    expect(readText('{ “id”: 1 }').syntax).toMatchObject({ code: 'full-width', at: 2 });
  });

  it('is an indicator system where it has what only one has', () => {
    expect(kindOf({ sections: [] })).toBe('questionnaires');
    expect(kindOf({ level1: [] })).toBe('indicator-systems');
    expect(kindOf(null)).toBe('questionnaires');
    expect(kindOf([])).toBe('questionnaires');
  });
});
