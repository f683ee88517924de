import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../survey-definitions/canonical-json.ts';

/** A double from its bits, as RFC 8785 lists them. */
function double(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

/** Objects again, their keys put in in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  const made: Record<string, unknown> = Object.create(null);
  for (const [key, member] of Object.entries(value).reverse()) made[key] = shuffled(member);
  return made;
}

/** Anything that JSON can say, keys such as __proto__ among it. */
const anything = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 });

describe('canonical JSON', () => {
  it('is what RFC 8785 prints for its example (3.2.2 to 3.2.4)', () => {
    const given = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    const printed = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(canonicalJson(given)).toBe(printed);
    expect(Buffer.from(printed).subarray(0, 24).toString('hex')).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66',
    );
  });

  it('sorts keys by UTF-16 code units, as its example of keys does (3.2.3)', () => {
    const given = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(given).match(/"(?:Carr|One|Cont|Lat|Euro|Emoji|Heb)/g)).toEqual(
      ['Carr', 'One', 'Cont', 'Lat', 'Euro', 'Emoji', 'Heb'].map((word) => `"${word}`),
    );
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s as %s (appendix B)', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  it('says the value and nothing else: read again it is the same', () => {
    fc.assert(
      fc.property(anything, (value) => {
        // -0 is 0 to JSON.
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is the same in whatever order keys were put in, and its own canonical form', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('of two values is the same exactly where they are', () => {
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        expect(canonicalJson(one) === canonicalJson(other)).toBe(isSame(one, other));
      }),
    );
  });

  it.each([
    ['undefined', undefined],
    ['a key without a value', { a: undefined }],
    ['a hole', new Array(1)],
    ['NaN', Number.NaN],
    ['Infinity', [Number.POSITIVE_INFINITY]],
    ['a bigint', 1n],
    ['a function', { f: () => 1 }],
    ['a symbol', Symbol('s')],
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['half a surrogate pair', '\ud83d'],
    ['half of one in a key', { '\ude00': 1 }],
  ])('refuses %s, which JSON cannot say', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

/** Equal to JSON, whatever the order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  try {
    expect(JSON.parse(JSON.stringify(one))).toEqual(JSON.parse(JSON.stringify(other)));
    return true;
  } catch {
    return false;
  }
}
