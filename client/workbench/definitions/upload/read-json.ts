/** A value in a text of JSON: where it begins and ends (offsets, the end behind it), and what stands in it. */
export interface Placed {
  at: number;
  end: number;
  /** By key or index; of a key that is given twice the last, which is the one `JSON.parse` keeps. */
  inside?: Map<string | number, Placed>;
}

/** Why a text is no JSON. */
export type SyntaxFaultCode =
  | 'blank'
  | 'ends-early'
  | 'goes-on'
  | 'full-width'
  | 'single-quotes'
  | 'comment'
  | 'comma-too-many'
  | 'comma-missing'
  | 'colon-missing'
  | 'key-expected'
  | 'value-expected'
  | 'text-not-closed'
  | 'bad-escape'
  | 'bad-number'
  | 'too-deep';

/** Where a text stops being JSON, and the characters that stand there. */
export class SyntaxFault extends Error {
  readonly code: SyntaxFaultCode;
  readonly at: number;
  readonly found: string;
  constructor(code: SyntaxFaultCode, at: number, found: string) {
    super(code);
    this.code = code;
    this.at = at;
    this.found = found;
  }
}

/** Deeper than the server takes, and far from the end of the stack. */
const MOST_DEEP = 200;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** All that may stand in a text as it is: no quotation mark, no backslash, no control character. */
const PLAIN_TEXT = /[ !#-[\]-\u{10ffff}]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERAL = /(?:true|false|null)(?!\w)/y;
/** What an input method types where JSON wants its half-width likeness. */
const FULL_WIDTH = /[，：；、“”„‟‘’「」｛｝［］【】（）＂＇\u3000\u00a0]/;

/** Where each value of a text of JSON stands. Throws a SyntaxFault, for exactly those texts that `JSON.parse` refuses and those nested too deep. */
export function readJson(text: string): Placed {
  let at = 0;
  const fault = (code: SyntaxFaultCode) => new SyntaxFault(code, at, foundAt(text, at));
  /** The characters that fit from here on, and a step behind them. */
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const [taken] = pattern.exec(text) ?? [];
    at += taken?.length ?? 0;
    return taken;
  };
  /** What is wrong here, where something of this kind should stand. */
  const instead = (code: SyntaxFaultCode) => {
    const sign = text[at];
    if (sign === undefined) return fault('ends-early');
    if (FULL_WIDTH.test(sign)) return fault('full-width');
    if (sign === "'") return fault('single-quotes');
    if (/\/[/*]/.test(text.slice(at, at + 2))) return fault('comment');
    return fault(code);
  };

  const textEnd = () => {
    const start = at;
    at += 1;
    for (;;) {
      take(PLAIN_TEXT);
      if (text[at] === '"') break;
      if (text[at] === '\\') {
        if (take(ESCAPE) === undefined) throw fault('bad-escape');
        continue;
      }
      // The end of the line or of the file: what was not closed began further up.
      at = start;
      throw fault('text-not-closed');
    }
    at += 1;
  };
  const key = (): string => {
    if (text[at] !== '"') throw instead('key-expected');
    const start = at;
    textEnd();
    return JSON.parse(text.slice(start, at));
  };
  const members = (depth: number): Map<string | number, Placed> => {
    const isObject = text[at] === '{';
    const close = isObject ? '}' : ']';
    const inside = new Map<string | number, Placed>();
    at += 1;
    take(SPACE);
    for (let index = 0; text[at] !== close; index += 1) {
      const name = isObject ? key() : index;
      if (isObject) {
        take(SPACE);
        if (text[at] !== ':') throw instead('colon-missing');
        at += 1;
        take(SPACE);
      }
      inside.set(name, value(depth));
      take(SPACE);
      if (text[at] === close) break;
      if (text[at] !== ',') throw instead('comma-missing');
      const comma = at;
      at += 1;
      take(SPACE);
      if (text[at] === close) {
        at = comma;
        throw fault('comma-too-many');
      }
    }
    at += 1;
    return inside;
  };
  const value = (depth: number): Placed => {
    if (depth > MOST_DEEP) throw fault('too-deep');
    const start = at;
    const sign = text[at] ?? '';
    if (sign === '{' || sign === '[') {
      const inside = members(depth + 1);
      return { at: start, end: at, inside };
    }
    if (sign === '"') textEnd();
    else if (/[-\d]/.test(sign)) number();
    else if (take(LITERAL) === undefined) {
      throw sign === ',' ? fault('comma-too-many') : instead('value-expected');
    }
    return { at: start, end: at };
  };
  const number = () => {
    const start = at;
    if (take(NUMBER) !== undefined && !/[\w.+-]/.test(text[at] ?? '')) return;
    at = start;
    throw fault('bad-number');
  };

  take(SPACE);
  if (at === text.length) throw fault('blank');
  const root = value(0);
  take(SPACE);
  if (at < text.length) throw instead('goes-on');
  return root;
}

/** The word or the sign that stands somewhere, for people to find it. */
function foundAt(text: string, at: number): string {
  return /^(?:[\w.+-]{1,20}|\P{C})/u.exec(text.slice(at, at + 24))?.[0] ?? '';
}
