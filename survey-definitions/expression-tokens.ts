import { exact, type Fraction } from './fraction.ts';
import { ID_PATTERN } from './id.ts';
import type { Language } from './text.ts';
import { foldCaseless, foldTyped } from './typed-text.ts';
import { isBlankText } from './unseen.ts';

/** Characters of an expression as people count them, so many that a formula of a report fits three times. */
export const LONGEST_EXPRESSION = 500;
/** Characters of a column's name, such as 2019预算. */
export const LONGEST_COLUMN = 20;
/** Digits of a number in an expression, or of a cell. */
export const MOST_NUMBER_DIGITS = 18;

/** What is wrong with an expression, and at which character of it, from 1 on; in both languages. */
export class ExpressionFault extends Error {
  readonly code: string;
  readonly at: number;
  readonly words: Record<Language, string>;

  constructor(code: string, at: number, zh: string, en: string) {
    const words = { 'zh-CN': `第 ${at} 个字处：${zh}`, en: `At character ${at}: ${en}` };
    super(words.en);
    this.code = code;
    this.at = at;
    this.words = words;
  }
}

export type Sign = '(' | ')' | '+' | '-' | '*' | '/';
/** A part of an expression that means something by itself; `at` is its first character, from 1 on. */
export type Token = { at: number } & (
  | { kind: 'sign'; sign: Sign }
  | { kind: 'number'; value: Fraction }
  | { kind: 'cell'; code: string; column: string }
);

/** Every way of typing a sign that can mean nothing else; what differs in width alone is folded before. */
const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [/^[([［【〔]$/u, '('],
  [/^[)\]］】〕]$/u, ')'],
  [/^\+$/, '+'],
  [/^[\p{Pd}\u02d7\u2043\u2212\u2500\u2501\u2796]$/u, '-'],
  [/^[*×✕✖∗]$/u, '*'],
  [/^[/÷∕⁄➗]$/u, '/'],
];
const signTyped = (character: string) => {
  const wide = character.normalize('NFKC');
  return SIGNS.find(([typed]) => typed.test(wide))?.[1];
};

const DIGIT = /^[0-9０-９]$/u;
const POINT = /^[.．]$/u;
const LETTER = /^\p{L}$/u;
const IN_COLUMN = /^[\p{L}\p{M}\p{N}_＿]$/u;
const IN_CODE = /^[\p{L}\p{M}\p{N}_\p{Pd}\u2212]$/u;
const AT = /^[@＠﹫]$/u;

interface Character {
  blank: boolean;
  sign: Sign | undefined;
  digit: boolean;
  letter: boolean;
  inCode: boolean;
  inColumn: boolean;
}
const looked = (character: string): Character => ({
  blank: isBlankText(character),
  sign: signTyped(character),
  digit: DIGIT.test(character),
  letter: LETTER.test(character),
  inCode: IN_CODE.test(character),
  inColumn: IN_COLUMN.test(character),
});
/** Of the characters that expressions are nearly all made of; folding each anew is most of what reading would take. */
const ASCII = Array.from({ length: 128 }, (_, code) => looked(String.fromCharCode(code)));
const lookAt = (character: string): Character =>
  ASCII[character.codePointAt(0) ?? -1] ?? looked(character);

/** A column's name: letters and digits of any script, and nothing that could be taken for a part of an expression. */
export function isColumn(text: string): boolean {
  return (
    /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_]*$/u.test(text) &&
    [...text].length <= LONGEST_COLUMN &&
    foldTyped(text) === text
  );
}

/** The parts of an expression in their order. Throws an ExpressionFault. Takes time in proportion to what was typed. */
export function tokensOf(characters: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < characters.length; ) {
    const character = characters[from] ?? '';
    const at = from + 1;
    const { blank, sign, digit, letter } = lookAt(character);
    if (blank) from += 1;
    else if (sign !== undefined) {
      tokens.push({ kind: 'sign', at, sign });
      from += 1;
    } else if (digit) {
      const end = endOf(characters, from, (each) => lookAt(each).digit || POINT.test(each));
      tokens.push({ kind: 'number', at, value: numberIn(characters.slice(from, end), at) });
      from = end;
    } else if (letter) {
      const end = endOf(characters, from, (each) => lookAt(each).inCode);
      if (!AT.test(characters[end] ?? '')) throw noColumn(end + 1);
      const last = endOf(characters, end + 1, (each) => lookAt(each).inColumn);
      const code = codeIn(characters.slice(from, end), at);
      tokens.push({
        kind: 'cell',
        at,
        code,
        column: columnIn(characters.slice(end + 1, last), end + 2),
      });
      from = last;
    } else throw strange(character, at);
  }
  return tokens;
}

function endOf(characters: readonly string[], from: number, belongs: (each: string) => boolean) {
  let end = from;
  while (end < characters.length && belongs(characters[end] ?? '')) end += 1;
  return end;
}

function numberIn(characters: readonly string[], at: number): Fraction {
  const text = characters.join('').normalize('NFKC');
  if (!/^\d+(\.\d+)?$/.test(text))
    throw new ExpressionFault(
      'not-a-number',
      at,
      '不是数字，小数写作 17.79',
      'this is no number; a decimal is written 17.79',
    );
  if (text.replace('.', '').length > MOST_NUMBER_DIGITS)
    throw new ExpressionFault(
      'too-many-digits',
      at,
      `数字至多 ${MOST_NUMBER_DIGITS} 位`,
      `a number has at most ${MOST_NUMBER_DIGITS} digits`,
    );
  return exact(text);
}

/** Characters that folding leaves as they are. */
const PLAIN = /^[A-Za-z0-9]+$/;

function codeIn(characters: readonly string[], at: number): string {
  const typed = characters.join('');
  // Such a code is its own folding.
  if (ID_PATTERN.test(typed)) return typed;
  const code = foldCaseless(typed);
  if (ID_PATTERN.test(code)) return code;
  throw new ExpressionFault(
    'not-a-code',
    at,
    '基础数据用编码来指，编码由小写字母、数字和连字符组成',
    'a cell is named by its code: lower-case letters, digits and hyphens',
  );
}

function columnIn(characters: readonly string[], at: number): string {
  const typed = characters.join('');
  if (typed.length <= LONGEST_COLUMN && PLAIN.test(typed)) return typed;
  const column = foldTyped(typed);
  if (isColumn(column)) return column;
  throw new ExpressionFault(
    'not-a-column',
    at,
    `@ 后面应是列名，如 2019预算，至多 ${LONGEST_COLUMN} 个字`,
    `behind @ stands the name of a column, such as 2019, of at most ${LONGEST_COLUMN} characters`,
  );
}

const noColumn = (at: number) =>
  new ExpressionFault(
    'no-column',
    at,
    '基础数据写作“编码@列”，如 budget@2019，这里缺少 @',
    'a cell is written code@column, such as budget@2019; the @ is missing here',
  );

function strange(character: string, at: number): ExpressionFault {
  // What cannot be shown is not quoted: half a character would spoil the answer it stands in.
  const shown = /^[\p{C}\p{M}]$/u.test(character);
  return new ExpressionFault(
    'strange-character',
    at,
    `表达式里不能有${shown ? '这个字符' : `“${character}”`}，只能有数字、编码@列、+ − × ÷ 和括号`,
    `${shown ? 'this character' : `“${character}”`} has no place here; there are numbers, code@column, + − × ÷ and brackets`,
  );
}
