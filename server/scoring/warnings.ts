import { explainMissing } from '../../analysis/explain.ts';
import { sayMoves } from '../../analysis/explain-figure-change.ts';
import { isPending } from '../../analysis/scoring/missing.ts';
import { dayInChina } from '../../survey-definitions/china-time.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import type { Language, Text } from '../../survey-definitions/text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import type { Unfed } from '../evaluations/feeding-surveys.ts';
import { indicatorsAsking, type ScoredEvaluation } from './current.ts';
import { unreachableTargets } from './unreachable-targets.ts';

/** Something a scorer must know before relying on the total. */
export interface ScoringWarning {
  code: string;
  /** null where it concerns several. */
  indicator: string | null;
  /** Only not done yet: nothing is wrong, and nobody has to decide. */
  pending: boolean;
  message: string;
}

/** What is still to be set up or opened; which of several surveys counts has to be decided. */
const PENDING_FEEDS: readonly string[] = ['no-survey', 'only-pilots', 'only-drafts'];

/** Whatever is missing, every group of which it is open what feeds it, and targets that are out of reach. */
export function scoringWarnings(evaluated: ScoredEvaluation, language: Language): ScoringWarning[] {
  const { system, scored, feeding, groupNames, figures, moves } = evaluated;
  const unfed = [...feeding].flatMap(([group, fed]): ScoringWarning[] => {
    const codes = indicatorsAsking(system, group);
    // What was frozen scores all the same; that something else feeds it now is said as a move of it.
    if (fed.why === undefined || codes.length === 0 || figures.has(group)) return [];
    return [
      {
        code: fed.why,
        indicator: null,
        pending: PENDING_FEEDS.includes(fed.why),
        message: unfedWords(groupName(group, groupNames.get(group)), fed, codes)[language],
      },
    ];
  });
  const missing = scored.missing.map(({ code, missing }) => ({
    code: 'missing',
    indicator: code,
    pending: isPending(missing),
    message: explainMissing(missing, language),
  }));
  const unreachable = unreachableTargets(evaluated, language).map(({ code, message }) => ({
    code: 'target-unreachable',
    indicator: code,
    pending: false,
    message,
  }));
  const stale = [...moves].flatMap(([group, moved]): ScoringWarning[] => {
    if (indicatorsAsking(system, group).length === 0) return [];
    const name = textIn(groupName(group, groupNames.get(group)), language);
    const day = dayInChina(figures.get(group)?.frozenAt ?? '');
    const what = sayMoves(moved, language);
    const message = {
      'zh-CN': `${name}的定稿（${day}）已过时：${what}；得分仍按定稿计算，需要时请重新定稿`,
      en: `The figures of ${name} frozen on ${day} are stale: ${what}; scores still go by them until they are frozen again`,
    };
    return [{ code: 'figure-stale', indicator: null, pending: false, message: message[language] }];
  });
  return [...unfed, ...stale, ...missing, ...unreachable];
}

function unfedWords(group: Text, fed: Unfed, codes: readonly string[]): Record<Language, string> {
  const zh = textIn(group, 'zh-CN');
  const en = textIn(group, 'en');
  const of = codes.join('、');
  const ofEn = `${codes.length === 1 ? 'indicator' : 'indicators'} ${codes.join(', ')}`;
  switch (fed.why) {
    case 'several-formal':
      return {
        'zh-CN': `${zh}有多项正式调查（${fed.formal.join('、')}），请选定由哪一项为指标 ${of} 提供数据`,
        en: `There are several formal surveys of ${en} (${fed.formal.join(', ')}); choose which feeds ${ofEn}`,
      };
    case 'none-chosen':
      return {
        'zh-CN': `还没有选定由${zh}的哪一项正式调查为指标 ${of} 提供数据（现有 ${fed.formal.join('、')}）`,
        en: `No formal survey of ${en} was chosen to feed ${ofEn}; there is ${fed.formal.join(', ')}`,
      };
    case 'only-drafts':
      return {
        'zh-CN': `${zh}的正式调查还没有开放；开放后为指标 ${of} 提供数据`,
        en: `The formal survey of ${en} has not been opened; once it is, it feeds ${ofEn}`,
      };
    case 'only-pilots':
      return {
        'zh-CN': `${zh}只有试调查，试调查不计分；指标 ${of} 需要一项正式调查`,
        en: `There are only pilots of ${en}, and a pilot never scores; a formal survey is needed for ${ofEn}`,
      };
    case 'no-survey':
      return {
        'zh-CN': `还没有“${zh}”的调查；指标 ${of} 需要一项正式调查`,
        en: `There is no survey of “${en}” yet; a formal one is needed for ${ofEn}`,
      };
  }
}
