import type { Words } from '../translation.ts';

/** What a survey's results beside one another say. */
export const comparisonWords = {
  title: { 'zh-CN': '各种口径对照', en: 'Results side by side' },
  lead: {
    'zh-CN':
      '同一份问卷，换一部分有效答卷来算，综合满意度和得分各是多少。差异大的口径值得查看答卷。',
    en: 'The same questionnaire, computed from parts of the valid responses: what the composite and the score would be. Where a part differs much, its responses are worth a look.',
  },
  back: { 'zh-CN': '返回结果', en: 'Back to the results' },
  split: { 'zh-CN': '口径', en: 'Responses' },
  base: { 'zh-CN': '有效答卷', en: 'Valid' },
  difference: { 'zh-CN': '与全部相差', en: 'Difference' },
  wouldScore: (code: string) => ({ 'zh-CN': `指标 ${code} 得分`, en: `Score of ${code}` }),
  total: { 'zh-CN': '总分', en: 'Total' },
  grade: { 'zh-CN': '等级', en: 'Grade' },
  kinds: {
    all: { 'zh-CN': '全部有效答卷', en: 'All valid responses' },
    flagged: { 'zh-CN': '不含有疑点的', en: 'Without flagged ones' },
    channel: { 'zh-CN': '按回收渠道', en: 'By channel' },
    point: { 'zh-CN': '按调查点', en: 'By collection point' },
    half: { 'zh-CN': '按收到先后', en: 'By time of arrival' },
  },
  halves: {
    early: { 'zh-CN': '先收到的一半', en: 'Early half' },
    late: { 'zh-CN': '后收到的一半', en: 'Late half' },
  },
  noPoint: { 'zh-CN': '未注明调查点', en: 'Without a collection point' },
  because: {
    'not-derivable': {
      'zh-CN': '不能由公布的合计推出',
      en: 'Cannot be derived from published totals',
    },
    'answers-removed': {
      'zh-CN': '单份答卷已按期删除，无从计算',
      en: 'Single answers were removed at the end of their time',
    },
  },
  computing: { 'zh-CN': '正在从答卷逐份计算…', en: 'Being computed, response by response…' },
  ofOneMoment: {
    'zh-CN': '“不含有疑点的”和“按收到先后”从答卷逐份算出，打开本页时计算一次；各行是同一时刻的数。',
    en: 'Without flagged ones and by time of arrival are computed from the responses once, as this page opens; all lines are of one moment.',
  },
  whatScore: {
    'zh-CN':
      '得分是假设：这项调查只收到这些答卷时，评分表按同样的规则会得出的数；已定稿的结果不影响这里，评分也不因此改变。',
    en: 'Scores are suppositions: what the table would come to by the same rules, had the survey brought these responses alone. Frozen figures do not enter here, and no score moves by it.',
  },
  noAnswers: { 'zh-CN': '没有可以计算的回答', en: 'No answers to compute from' },
  notScored: { 'zh-CN': '还有指标没有得分', en: 'Indicators still lack a score' },
  morePoints: (n: string) => ({
    'zh-CN': `显示全部 ${n} 个调查点`,
    en: `Show all ${n} collection points`,
  }),
  items: { 'zh-CN': '题目无回答和不计分的比例', en: 'Item non-response and unscored shares' },
  itemsHint: {
    'zh-CN': '无回答：问到这一题的有效答卷中没有作答的。不计分：作答的人中选“不了解”一类选项的。',
    en: 'No answer: of the valid responses that were asked the item, those without one. Not scored: of those who answered, the ones who chose an option such as “don’t know”.',
  },
  item: { 'zh-CN': '题目', en: 'Item' },
  asked: { 'zh-CN': '问到', en: 'Asked' },
  nonResponse: { 'zh-CN': '无回答', en: 'No answer' },
  unscored: { 'zh-CN': '不计分', en: 'Not scored' },
  askedUnknown: {
    'several-marks': {
      'zh-CN': '问到与否取决于一道多选题的几个选项，合计数看不出有多少人',
      en: 'Asked by several options of one item, of which each may have marked some: counts do not tell how many were',
    },
    'ended-between': {
      'zh-CN': '有人在问到这题之前结束了问卷，合计数看不出有多少人',
      en: 'Some ended the questionnaire on the way to it: counts do not tell how many were asked',
    },
  },
  nobodyAsked: { 'zh-CN': '没有人被问到', en: 'Nobody was asked' },
  noUnscored: { 'zh-CN': '这题没有不计分的选项', en: 'It has no unscored option' },
  flags: { 'zh-CN': '疑点', en: 'Flags' },
  flagsHint: {
    'zh-CN': '疑点只作提示，不影响有效性；是否有效由评价人员查看后决定。',
    en: 'A flag is a hint and alone never invalidates; an evaluator looks and decides.',
  },
  noFlags: { 'zh-CN': '没有答卷带疑点。', en: 'No response carries a flag.' },
  meaning: { 'zh-CN': '含义', en: 'What it means' },
  validWithFlag: { 'zh-CN': '有效答卷', en: 'Valid' },
  receivedWithFlag: { 'zh-CN': '全部收到', en: 'Received' },
  flagNames: {
    'too-fast': { 'zh-CN': '答得太快', en: 'Too fast' },
    'straight-line': { 'zh-CN': '全部选同一项', en: 'All the same' },
    'same-device': { 'zh-CN': '同一设备', en: 'Same device' },
  },
  flagMeans: {
    'too-fast': {
      'zh-CN': '作答时间短于问卷规定的最短时间',
      en: 'Answered in less than the shortest time that the questionnaire sets',
    },
    'straight-line': {
      'zh-CN': '一个部分的各题都选了同一个选项',
      en: 'Every answer in a section is the same option',
    },
    'same-device': {
      'zh-CN': '同一台设备先前答过这项调查，可能是共用的手机',
      en: 'The device had answered the survey before; it may be a shared phone',
    },
  },
} satisfies Words;
