import type { Words } from '../translation.ts';

/** What the results say. */
export const resultsWords = {
  none: { 'zh-CN': '还没有结果', en: 'No results yet' },
  noneHint: {
    'zh-CN': '有了调查和有效答卷，这里逐题显示频数、占比和满意度。',
    en: 'Once there is a survey with valid responses, this shows counts, shares and satisfaction item by item.',
  },
  nobodyYet: { 'zh-CN': '还没有有效答卷', en: 'No valid responses yet' },
  nobodyYetHint: {
    'zh-CN': '收到第一份有效答卷后，这里立即显示结果。',
    en: 'Results appear here with the first valid response.',
  },
  toReturns: { 'zh-CN': '查看回收情况', en: 'See the returns' },
  surveys: { 'zh-CN': '调查', en: 'Surveys' },
  doubt: { 'zh-CN': '疑点', en: 'Flags' },
  allResponses: { 'zh-CN': '含有疑点的', en: 'Flagged included' },
  withoutFlagged: { 'zh-CN': '不含有疑点的', en: 'Without flagged' },
  sideBySide: { 'zh-CN': '各种口径对照', en: 'Results side by side' },
  textsOfAll: {
    'zh-CN': '这里不分疑点，原文请改看“含有疑点的”。',
    en: 'What was written is not told apart by flags: choose “Flagged included” to read it.',
  },
  rounding: { 'zh-CN': '计算口径', en: 'Rounding' },
  exact: { 'zh-CN': '精确', en: 'Exact' },
  published: { 'zh-CN': '报告口径', en: 'As published' },
  roundingHint: {
    exact: {
      'zh-CN': '全程按分数计算，只在显示时四舍五入一次。评分始终采用这个口径。',
      en: 'Computed as fractions throughout and rounded once, for display. Scores always use this.',
    },
    published: {
      'zh-CN': '各选项占比先四舍五入到两位小数，再乘权重相加；用于核对公布的表格，不用于评分。',
      en: 'Each share is rounded to two decimals first, then weighted and added, as reports do; for checking a printed table, never for scoring.',
    },
  },
  itemsThatCount: (n: number) => ({
    'zh-CN': `计入的 ${n} 题`,
    en: n === 1 ? 'The item that counts' : `The ${n} items that count`,
  }),
  baseOfComposite: (base: number, all: number) => ({
    'zh-CN': `${all} 份有效答卷中，${base} 份至少对其中一题给出计分的回答。`,
    en: `Of ${all} valid responses ${base} give a scored answer to at least one of them.`,
  }),
  /** How far another sample might have put the composite. */
  uncertainty: {
    interval: { 'zh-CN': '95% 置信区间', en: '95% confidence interval' },
    fromTo: (low: string, high: string) => ({ 'zh-CN': `${low}–${high}`, en: `${low}–${high}` }),
    standardError: { 'zh-CN': '标准误', en: 'Standard error' },
    sample: { 'zh-CN': '样本', en: 'Sample' },
    degreesOfFreedom: (n: string, degrees: string) => ({
      'zh-CN': `${n}，自由度 ${degrees}`,
      en: `${n}, ${degrees} degrees of freedom`,
    }),
    bootstrap: { 'zh-CN': '重抽样核对', en: 'By resampling' },
    bootstrapHint: {
      'zh-CN': '从现有答卷中有放回地重抽一千次，取居中的 95%，用来核对上面的区间。',
      en: 'The middle 95 % of a thousand samples drawn anew from these responses: a check on the interval above.',
    },
    noBootstrap: {
      'too-many-values': {
        'zh-CN': '个人均值种类过多，未做',
        en: 'Not done: too many different own means',
      },
      'answers-removed': {
        'zh-CN': '单份答卷已删除，不能再做',
        en: 'No longer possible: single answers were removed',
      },
    },
    notSettled: (target: string) => ({
      'zh-CN': `样本不能判定是否达到目标值 ${target}`,
      en: `the sample does not settle whether the target ${target} was met`,
    }),
    descriptive: {
      'zh-CN': '描述性：答卷人自愿参加，区间不能推广到没有参加的人。',
      en: 'Descriptive: respondents chose to take part, so the interval says nothing of those who did not.',
    },
    none: { 'zh-CN': '没有置信区间：', en: 'No confidence interval: ' },
  },
  /** Why there is nothing to take a share of. */
  noAnswers: {
    any: { 'zh-CN': '没有人作答', en: 'Nobody answered' },
    scored: { 'zh-CN': '没有计分的回答', en: 'No scored answers' },
  },
  /** Of an item where some chose an option that is not scored. */
  scoredBase: { 'zh-CN': '计分的答题人数', en: 'Scored (n)' },
  allAnswered: { 'zh-CN': '全部答题人数', en: 'All answers' },
  answeredInAll: (n: string) => ({ 'zh-CN': `共 ${n} 人作答`, en: `${n} answered` }),
  unscored: { 'zh-CN': '不计分', en: 'not scored' },
  unscoredShare: {
    'zh-CN': '不计分选项：占全部答题人的比例，不参与满意度计算',
    en: 'Not scored: shares of all who answered, in no satisfaction',
  },
  weightOutOf: (full: string) => ({ 'zh-CN': `权重（满分 ${full}）`, en: `Weight (of ${full})` }),
  fullMarks: (full: string) => ({ 'zh-CN': `满分 ${full}`, en: `full marks ${full}` }),
  notWhatFeeds: {
    'zh-CN': '这个数不进入评分；评分用的是全部渠道、全部调查点、含有疑点的有效答卷、精确口径的数。',
    en: 'This number is not scored: the exact one over all valid responses is.',
  },
  /** Why there is no comparator. */
  comparatorGaps: {
    'no-answers': { 'zh-CN': '没有人作答', en: 'Nobody answered' },
    'other-scale': { 'zh-CN': '不适用于本问卷的量表', en: 'Does not apply to these scales' },
    'no-overall-item': { 'zh-CN': '本问卷没有总体题', en: 'There is no overall item' },
    'the-composite': { 'zh-CN': '就是综合满意度', en: 'Is the composite' },
  },
  /** Below a column of rounded shares that do not add up to 100, and below one of several marks. */
  addUpTo: (sum: string) => ({
    'zh-CN': `各项已四舍五入，相加为 ${sum}`,
    en: `Rounded; they add up to ${sum}`,
  }),
  severalMarks: {
    'zh-CN': '可多选，合计可超过 100',
    en: 'Several answers each; may exceed 100',
  },
  comparators: { 'zh-CN': '仅供对照，不进入评分', en: 'For comparison only, never scored' },
  satisfactionItems: { 'zh-CN': '满意度题目', en: 'Satisfaction items' },
  showAs: { 'zh-CN': '显示方式', en: 'Show as' },
  chart: { 'zh-CN': '图', en: 'Chart' },
  table: { 'zh-CN': '表', en: 'Table' },
  count: { 'zh-CN': '人数', en: 'Count' },
  share: { 'zh-CN': '占比', en: 'Share' },
  weight: { 'zh-CN': '权重', en: 'Weight' },
  weighted: { 'zh-CN': '加权', en: 'Weighted' },
  noTexts: { 'zh-CN': '没有人填写。', en: 'Nobody wrote anything.' },
  moreTexts: { 'zh-CN': '另有更多，未显示。', en: 'There is more that is not shown.' },
  readTexts: { 'zh-CN': '单独阅读、查找', en: 'Read and search' },
  textsNotForYou: {
    'zh-CN': '您的角色可以查看汇总数字，不包括填写的原文。',
    en: 'Your role shows you the numbers, not what was written.',
  },
  comparatorNames: {
    topTwoBox: { 'zh-CN': '满意率（最好两档占比）', en: 'Top-2-box share' },
    evenWeights: { 'zh-CN': '按 100/75/50/25 赋权', en: 'Weights 100/75/50/25' },
    overallItem: { 'zh-CN': '总体题单独计算', en: 'Overall item alone' },
    itemMean: { 'zh-CN': '各题平均', en: 'Mean of the items' },
    pooled: { 'zh-CN': '全部回答合并计算', en: 'All answers pooled' },
  },
} satisfies Words;
