import type { ExactNumber } from '../survey-definitions/frozen-figures.ts';
import type { Disposition } from '../survey-definitions/response.ts';
import type { Language } from '../survey-definitions/text.ts';
import type { FigureMove } from './figure-changes.ts';

const DISPOSITIONS: Record<Language, Record<Disposition, string>> = {
  'zh-CN': { 'on-hold': '待核实', valid: '有效', invalid: '无效', ineligible: '不符合调查条件' },
  en: { 'on-hold': 'on hold', valid: 'valid', invalid: 'invalid', ineligible: 'ineligible' },
};
const COMPOSITE: Record<Language, string> = { 'zh-CN': '综合满意度', en: 'composite satisfaction' };
const NONE: Record<Language, string> = { 'zh-CN': '无', en: 'none' };

/** What it was or is, as it is shown. */
export function shownPart(part: FigureMove['before'], language: Language): string {
  if (part === null) return NONE[language];
  return typeof part === 'object' ? part.display : String(part);
}

/** Two numbers that differ are shown with as many decimals as it takes to see it. */
function shownApart(
  before: FigureMove['before'],
  after: FigureMove['after'],
  language: Language,
): [string, string] {
  const shown: [string, string] = [shownPart(before, language), shownPart(after, language)];
  if (shown[0] !== shown[1] || !isExact(before) || !isExact(after)) return shown;
  return before.exact === after.exact ? shown : [before.exact, after.exact];
}
const isExact = (part: FigureMove['before']): part is ExactNumber =>
  typeof part === 'object' && part !== null;

/** A move in one line, without what it led to. */
export function sayMove(move: FigureMove, language: Language): string {
  const { kind, survey } = move;
  const n = move.n ?? 0;
  const [before, after] = shownApart(move.before, move.after, language);
  const zh = language === 'zh-CN';
  switch (kind) {
    case 'feed':
      return zh
        ? `数据来源改为 ${after}（原为 ${before}）`
        : `fed by ${after} now (before: ${before})`;
    case 'judged': {
      const to = DISPOSITIONS[language][move.after as Disposition];
      return zh ? `${n} 份改判${to}` : `${n} judged ${to}`;
    }
    case 'received':
      return zh
        ? n > 0
          ? `${survey} 定稿后又收到 ${n} 份`
          : `${survey} 收到的少了 ${-n} 份`
        : `${survey}: ${n > 0 ? `${n} more received` : `${-n} fewer received`}`;
    case 'planned':
      return zh
        ? `${survey} 计划发放数 ${before} → ${after}`
        : `${survey}: planned ${before} → ${after}`;
    case 'handed-out':
      return zh
        ? `${survey} 实际发放数 ${before} → ${after}`
        : `${survey}: handed out ${before} → ${after}`;
    case 'population':
      return zh
        ? `${survey} 总体人数 ${before} → ${after}`
        : `${survey}: population ${before} → ${after}`;
    case 'value': {
      const of = move.topic?.[language] ?? COMPOSITE[language];
      if (before === after)
        return zh ? `${of} ${after}，答题人数变了` : `${of} ${after}, of another base`;
      return `${of} ${before} → ${after}`;
    }
  }
}

/**
 * What has moved of a group, in one line: what was done, and where the composite went: "3 份改判无效：89.34 → 89.02".
 */
export function sayMoves(moves: readonly FigureMove[], language: Language): string {
  const causes = moves
    .filter(({ kind }) => kind !== 'value')
    .map((move) => sayMove(move, language));
  const composite = moves.find(({ quantity }) => quantity === 'composite');
  const [before, after] = composite ? shownApart(composite.before, composite.after, language) : [];
  const zh = language === 'zh-CN';
  const went = before === undefined || before === after ? '' : `${before} → ${after}`;
  if (causes.length === 0)
    return moves
      .filter(({ kind }) => kind === 'value')
      .slice(0, 1)
      .map((move) => sayMove(move, language))
      .join('');
  return causes.join(zh ? '，' : ', ') + (went === '' ? '' : (zh ? '：' : ': ') + went);
}
