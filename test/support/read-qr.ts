/**
 * Reads a QR code of byte mode from its modules, without correcting errors: enough to say what a code that was drawn
 * whole says, by other code than drew it (ISO/IEC 18004). Takes the modules with their quiet zone. Throws where it is none.
 */
export function readQr(withQuietZone: readonly boolean[][]): { text: string; ecc: string } {
  const modules = withoutQuietZone(withQuietZone);
  const size = modules.length;
  const version = (size - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 10)
    throw new Error(`no code: ${size}`);
  const dark = (x: number, y: number) => (modules[y]?.[x] ? 1 : 0);

  const format = readFormat(dark);
  const ecc = ['M', 'L', 'H', 'Q'][format >> 3] ?? '';
  const mask = MASKS[format & 7];
  if (!mask) throw new Error('no mask');
  const bits: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isFunction(x, y, size, version)) bits.push(dark(x, y) ^ (mask(x, y) ? 1 : 0));
      }
    }
    upwards = !upwards;
  }
  const codewords = bytesOf(bits);
  return { text: textOf(dataOf(codewords, version, ecc), version), ecc };
}

const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Data codewords of each block at level M, by version. */
const BLOCKS_M: number[][] = [
  [16],
  [28],
  [44],
  [32, 32],
  [43, 43],
  [27, 27, 27, 27],
  [31, 31, 31, 31],
  [38, 38, 39, 39],
  [36, 36, 36, 37, 37],
  [43, 43, 43, 43, 44],
];
const ALIGNED: number[][] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

function withoutQuietZone(modules: readonly boolean[][]): boolean[][] {
  const first = modules.findIndex((line) => line.some(Boolean));
  const size = modules.length - 2 * first;
  if (first < 4) throw new Error(`a quiet zone of ${first} modules`);
  return modules.slice(first, first + size).map((line) => line.slice(first, first + size));
}

/** Error correction and mask, five bits: the copy beside the upper left finder. */
function readFormat(dark: (x: number, y: number) => number): number {
  const places = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((x) => [x, 8] as const),
    ...[7, 5, 4, 3, 2, 1, 0].map((y) => [8, y] as const),
  ];
  const read = places.reduce((value, [x, y]) => (value << 1) | dark(x, y), 0);
  return (read ^ 0b101010000010010) >> 10;
}

function isFunction(x: number, y: number, size: number, version: number): boolean {
  const inFinder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  if (inFinder || x === 6 || y === 6) return true;
  const inVersion = (a: number, b: number) =>
    version >= 7 && a < 6 && b >= size - 11 && b < size - 8;
  if (inVersion(x, y) || inVersion(y, x)) return true;
  const centres = ALIGNED[version - 1] ?? [];
  const [first = 0, last = 0] = [centres[0], centres.at(-1)];
  return centres.some((cx) =>
    centres.some((cy) => {
      const inCorner =
        (cx === first && cy === first) ||
        (cx === first && cy === last) ||
        (cx === last && cy === first);
      return !inCorner && Math.abs(cx - x) <= 2 && Math.abs(cy - y) <= 2;
    }),
  );
}

function bytesOf(bits: readonly number[]): number[] {
  const bytes: number[] = [];
  for (let at = 0; at + 8 <= bits.length; at += 8)
    bytes.push(bits.slice(at, at + 8).reduce((value, bit) => (value << 1) | bit, 0));
  return bytes;
}

/** The data codewords, which the blocks take in turn. */
function dataOf(codewords: readonly number[], version: number, ecc: string): number[] {
  const lengths = BLOCKS_M[version - 1] ?? [];
  if (ecc !== 'M') throw new Error(`error correction ${ecc}`);
  const blocks: number[][] = lengths.map(() => []);
  let next = 0;
  for (let column = 0; column < Math.max(...lengths); column += 1) {
    lengths.forEach((length, block) => {
      if (column < length) blocks[block]?.push(codewords[next++] ?? 0);
    });
  }
  return blocks.flat();
}

function textOf(data: readonly number[], version: number): string {
  const bits = data.flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map(Number));
  const read = (from: number, length: number) =>
    bits.slice(from, from + length).reduce((value, bit) => value * 2 + bit, 0);
  if (read(0, 4) !== 4) throw new Error(`mode ${read(0, 4)}`);
  const counted = version < 10 ? 8 : 16;
  const length = read(4, counted);
  const bytes = Array.from({ length }, (_, index) => read(4 + counted + 8 * index, 8));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
}
