import type { Words } from '../../translation.ts';

/** What the page of an indicator system says: its grades, and each kind of rule in words. */
export const systemWords = {
  grades: { 'zh-CN': '等级', en: 'Grades' },
  from: (min: string) => ({ 'zh-CN': `${min} 分及以上`, en: `from ${min}` }),
  below: (max: string) => ({ 'zh-CN': `不到 ${max} 分`, en: `below ${max}` }),
  asks: { 'zh-CN': '需要的调查', en: 'Asks of surveys' },
  explanation: { 'zh-CN': '指标解释说明', en: 'What it means' },
  reading: { 'zh-CN': '口径', en: 'Reading' },
  asRule: { 'zh-CN': '系统按此计分', en: 'Scored as' },
  survey: { 'zh-CN': '取自调查', en: 'From a survey' },
  points: (points: string) => ({ 'zh-CN': `${points} 分`, en: `${points} points` }),
  ofWeight: (share: string) => ({ 'zh-CN': `分值的 ${share}`, en: `${share} of the weight` }),
  otherwise: { 'zh-CN': '其他情形', en: 'otherwise' },
  is: (what: string, gives: string) => ({
    'zh-CN': `${what}：${gives}`,
    en: `${what}: ${gives}`,
  }),
  /** Each rule in a sentence; what it lists follows line by line. */
  rules: {
    completionRatio: {
      'zh-CN': '完成数 ÷ 计划数 × 分值，最多得满分',
      en: 'Done ÷ planned × weight, at most the weight',
    },
    valueBelowTarget: (target: string) => ({
      'zh-CN': `不低于 ${target}% 得满分，低于的按数值（%）× 分值`,
      en: `The weight from ${target}% on; below, the value (%) × weight`,
    }),
    overTarget: (target: string) => ({
      'zh-CN': `不低于 ${target}% 得满分，低于的按数值 ÷ ${target}% × 分值`,
      en: `The weight from ${target}% on; below, the value ÷ ${target}% × weight`,
    }),
    deductAbove: (target: string, step: string, off: string) => ({
      'zh-CN': `不高于 ${target} 得满分，每高出 ${step} ${off}`,
      en: `The weight up to ${target}; for every ${step} above, ${off}`,
    }),
    deductBelow: (target: string, step: string, off: string) => ({
      'zh-CN': `不低于 ${target} 得满分，每低 ${step} ${off}`,
      en: `The weight from ${target} on; for every ${step} below, ${off}`,
    }),
    lessPoints: (points: string) => ({ 'zh-CN': `扣 ${points} 分`, en: `less ${points} points` }),
    lessShare: (share: string) => ({
      'zh-CN': `扣分值的 ${share}`,
      en: `less ${share} of the weight`,
    }),
    partialStep: {
      proportional: { 'zh-CN': '不足一步的按比例扣', en: 'part of a step counts in proportion' },
      'half-up': { 'zh-CN': '不足一步的四舍五入', en: 'half a step or more counts as one' },
      up: { 'zh-CN': '不足一步的按一步扣', en: 'part of a step counts as one' },
      down: { 'zh-CN': '不足一步的不扣', en: 'part of a step does not count' },
    },
    zeroAt: (value: string) => ({ 'zh-CN': `到 ${value} 得 0 分`, en: `0 from ${value} on` }),
    tiers: { 'zh-CN': '按数值所在的档计分', en: 'By the band the value falls into' },
    threshold: (target: string) => ({
      'zh-CN': `数值 ${target} 得满分，否则 0 分`,
      en: `The weight where the value is ${target}, else 0`,
    }),
    checklist: { 'zh-CN': '各要点按达到的程度计分', en: 'Each point as far as it is met' },
    veto: { 'zh-CN': '有此情形得 0 分', en: 'where it holds, 0' },
    allOrNothing: { 'zh-CN': '达到得满分，否则 0 分', en: 'The weight where it is met, else 0' },
    events: (points: string) => ({
      'zh-CN': `每发生一次扣 ${points} 分，扣完为止`,
      en: `${points} points off for each event, not below 0`,
    }),
    category: { 'zh-CN': '按所属情形计分', en: 'By the case that applies' },
    optionShare: {
      'zh-CN': '按先达到占比的选项计分',
      en: 'By the first option that reaches its share',
    },
    reaches: (option: string, share: string) => ({
      'zh-CN': `选项 ${option} 占比达到 ${share}`,
      en: `option ${option} has a share of ${share}`,
    }),
    byScorer: { 'zh-CN': '由评分人核定', en: 'a scorer decides' },
    manual: { 'zh-CN': '由评分人给分，并写明理由', en: 'A scorer gives the score, with a reason' },
  },
} satisfies Words;
