/** A piece of a text; with `dial` it is a telephone number. */
export interface ContactPart {
  text: string;
  /** What a telephone dials: digits, a plus at most, and after a comma, which is a pause, the extension. */
  dial?: string;
}

/** Full-width signs and the many dashes as one each, character by character, so that places in the text stay the same. */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\p{Pd}\u2043\u2212\u2500\u30fc]/gu, (dash) => '-'.repeat(dash.length))
    .replace(/[\s\u3000]/g, ' ');

/** How a number may be written, the longer ones first; `^` is where a digit, a plus or a bracket stands. */
const FORMS: readonly RegExp[] = [
  // +86 10 8765 4321: as it is written for callers from abroad.
  /^(?<country>(?:\+|00)86[ -]?)(?<area>[1-9]\d{1,2})[ -](?<number>[1-9]\d{2,3}[ -]?\d{4})/,
  // 0349-1234567, (010) 8765 4321: an area code, and seven or eight digits.
  /^(?<country>(?:\+|00)86 ?-?|86-)?(?:\((?<bracketed>0\d{2,3})\) ?|(?<area>0\d{2,3})[ -]?)(?<number>[1-9]\d{2,3}[ -]?\d{4})/,
  // 138 0013 8000: a mobile.
  /^(?<country>(?:\+|00)86 ?-?|86-)?(?<number>1[3-9]\d[ -]?\d{4}[ -]?\d{4})/,
  // 400-123-4567.
  /^(?<number>[48]00[ -]?\d{3}[ -]?\d{4}|[48]00[ -]?\d{4}[ -]?\d{3})/,
  // Without its area code: seven or eight digits, unless they are a day such as 20271231.
  /^(?!(?:19|20)\d{6}(?!\d))(?<local>[2-8]\d{2,3}[ -]?\d{4})/,
  // Hot lines: 12345, also of another city (0349-12345), 95598, 968888. Nothing of three digits, which rooms have too.
  /^(?:(?<area>0\d{2,3})[ -]?)?(?<number>12\d{3}|9[56]\d{3,4})/,
];
/** A number goes on with none of these: it would be another, an amount or an address. */
const GOES_ON = /^(?:\.?\d|-\d{5})/;
const EXTENSION =
  /^ ?(?:转|轉|分机|内线|-|ext\.?|extension|x)(?:分机)?[ :]*(?<extension>\d{1,6})(?!\d)/i;
/** No number that is written in one of these ways is longer. */
const LONGEST = 60;

/**
 * The telephone numbers of China in a text that people have typed, so that a tap dials them: land lines with area code and
 * extension, mobiles, 400 and 800, hot lines such as 12345. A number behind another, as in 0349-1234567/1234568, has its
 * area code. The texts, put together, are the text as it was given.
 */
export function contactParts(text: string): ContactPart[] {
  const flat = plain(text);
  const parts: ContactPart[] = [];
  let done = 0;
  let lastArea = '';
  for (const { index } of flat.matchAll(/(?<![\d.+-])[+(\d]/g)) {
    const found = index < done ? undefined : phoneAt(flat.slice(index, index + LONGEST), lastArea);
    if (!found) continue;
    if (index > done) parts.push({ text: text.slice(done, index) });
    done = index + found.length;
    lastArea = found.area || lastArea;
    parts.push({ text: text.slice(index, done), dial: found.dial });
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}

/** The number that a text begins with. */
function phoneAt(text: string, lastArea: string) {
  for (const form of FORMS) {
    const match = form.exec(text);
    const rest = text.slice(match?.[0].length);
    if (!match?.groups || GOES_ON.test(rest)) continue;
    const { country, bracketed = '', area = bracketed, number, local = '' } = match.groups;
    const own = number ? area + number : lastArea + local;
    // From abroad a land line is dialled without its first zero.
    const dialled = (country ? `+86${own.replace(/^0/, '')}` : own).replace(/[^\d+]/g, '');
    const behind = EXTENSION.exec(rest);
    const extension = behind?.groups?.['extension'];
    return {
      length: match[0].length + (behind?.[0].length ?? 0),
      area,
      dial: extension ? `${dialled},${extension}` : dialled,
    };
  }
  return undefined;
}
