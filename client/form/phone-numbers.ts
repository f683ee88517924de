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

const GAP = '[ -]?';
/** 0349-1234567, (010) 8765 4321: an area code, and seven or eight digits. */
const LAND = `(?:\\((?<bracketed>0\\d{2,3})\\) ?|(?<area>0\\d{2,3})${GAP})(?<number>[1-9]\\d{2,3}${GAP}\\d{4})`;
/** +86 10 8765 4321: as it is written for callers from abroad. */
const ABROAD_LAND = `(?:\\+|00)86${GAP}(?<areaAbroad>[1-9]\\d{1,2})[ -](?<numberAbroad>[1-9]\\d{2,3}${GAP}\\d{4})`;
/** Without its area code: seven or eight digits, unless they are a day such as 20271231. */
const LOCAL = `(?!(?:19|20)\\d{6}(?!\\d))(?<local>[2-8]\\d{2,3}${GAP}\\d{4})`;
const MOBILE = `(?<mobile>1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4})`;
const SERVICE = `(?<service>[48]00${GAP}\\d{3}${GAP}\\d{4}|[48]00${GAP}\\d{4}${GAP}\\d{3})`;
/** Hot lines: 12345, also of another city (0349-12345), 95598, 96111, 968888. Nothing of three digits, which rooms have too. */
const SHORT = `(?:(?<hotArea>0\\d{2,3})${GAP})?(?<short>12\\d{3}|9[56]\\d{3,4})`;
const ABROAD = '(?<country>(?:\\+|00)86 ?-?|86-)?';
const EXTENSION =
  ' ?(?:转|轉|分机|内线|-|ext\\.?|extension|x)(?:分机)?[ :]*(?<extension>\\d{1,6})(?!\\d)';
const PHONE = new RegExp(
  `(?<![\\d.+-])(?:${ABROAD_LAND}|${ABROAD}(?:${LAND}|${MOBILE}|${SERVICE}|${LOCAL}|${SHORT}))(?![\\d.]\\d|\\d|-\\d{5})(?:${EXTENSION})?`,
  'giu',
);

/**
 * The telephone numbers of China in a text that people have typed, so that a tap dials them: land lines with area code and
 * extension, mobiles, 400 and 800, hot lines such as 12345. A number behind another, as in 0349-1234567/1234568, has its
 * area code. The texts, put together, are the text as it was given.
 */
export function contactParts(text: string): ContactPart[] {
  const parts: ContactPart[] = [];
  let done = 0;
  let lastArea = '';
  for (const { 0: found, index, groups = {} } of plain(text).matchAll(PHONE)) {
    const { bracketed, area = bracketed, number, mobile, service, hotArea = '', short } = groups;
    if (area) lastArea = area;
    const local = groups['local'] && lastArea + groups['local'];
    const { areaAbroad, numberAbroad } = groups;
    const own = areaAbroad
      ? `+86${areaAbroad}${numberAbroad}`
      : number
        ? area + number
        : mobile || service || local || hotArea + short;
    // From abroad a land line is dialled without its first zero.
    const dialled = groups['country'] ? `+86${own.replace(/^0/, '')}` : own;
    const extension = groups['extension'] ? `,${groups['extension']}` : '';
    if (index > done) parts.push({ text: text.slice(done, index) });
    done = index + found.length;
    parts.push({
      text: text.slice(index, done),
      dial: dialled.replace(/[^\d+]/g, '') + extension,
    });
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}
