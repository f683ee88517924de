import type { Words } from '../translation.ts';

/** What the scoring screen says. */
export const scoringWords = {
  /** Why there is a score and no rate. */
  notAllScored: { 'zh-CN': '还有指标没有得分', en: 'Some indicators have no score yet' },
  noWeight: { 'zh-CN': '分值为 0，没有得分率', en: 'A weight of 0 has no rate' },
  show: { 'zh-CN': '显示哪些指标', en: 'Which indicators' },
  shows: {
    all: { 'zh-CN': '全部指标', en: 'All indicators' },
    overridden: { 'zh-CN': '有核定', en: 'Overridden' },
    surveyed: { 'zh-CN': '由调查计分', en: 'From surveys' },
    short: { 'zh-CN': '未得满分', en: 'Short of full' },
    missing: { 'zh-CN': '缺数据', en: 'Missing' },
  },
  byRules: { 'zh-CN': '仅按规则', en: 'By rules alone' },
  missingSome: (n: number) => ({
    'zh-CN': `还有 ${n} 项指标没有得分，没有计入总分，因此不评等级。`,
    en:
      n === 1
        ? '1 indicator has no score and is not counted, so there is no grade yet.'
        : `${n} indicators have no score and are not counted, so there is no grade yet.`,
  }),
  overriddenSome: (n: number) => ({
    'zh-CN': `两者之差来自 ${n} 项评价组核定。核定与规则得分并列保留，可以随时取消。`,
    en:
      n === 1
        ? 'The difference is 1 override. It stays beside the rule’s score and can be taken back.'
        : `The difference is ${n} overrides. They stay beside the rules’ scores and can be taken back.`,
  }),
  nothingOverridden: {
    'zh-CN': '没有评价组核定，总分全部来自规则。',
    en: 'No overrides: the total follows from the rules.',
  },
  noGrade: { 'zh-CN': '暂不评等级', en: 'No grade yet' },
  warnings: (n: number) => ({
    'zh-CN': `评分前请注意 ${n} 点`,
    en: n === 1 ? '1 thing to know before scoring' : `${n} things to know before scoring`,
  }),
  indicator: (code: string) => ({ 'zh-CN': `指标 ${code}`, en: `Indicator ${code}` }),
  pending: (toEnter: number, ofSurveys: number) => ({
    'zh-CN': `${[
      toEnter > 0 ? `还有 ${toEnter} 项指标没有录入` : '',
      ofSurveys > 0 ? `${ofSurveys} 项指标在等调查结果` : '',
    ]
      .filter(Boolean)
      .join('，')}。`,
    en: `${[
      toEnter > 0 ? `${toEnter} to be entered` : '',
      ofSurveys > 0 ? `${ofSurveys} waiting for a survey` : '',
    ]
      .filter(Boolean)
      .join(', ')}.`,
  }),
  showMissing: { 'zh-CN': '只看缺数据的指标', en: 'Show only what is missing' },
  came: { 'zh-CN': '这个分怎么来的', en: 'How this score came about' },
  explanation: { 'zh-CN': '指标解释说明：', en: 'What it means:' },
  reading: { 'zh-CN': '口径：', en: 'Reading:' },
  note: { 'zh-CN': '说明', en: 'Note' },
  noteText: { 'zh-CN': '内容', en: 'Text' },
  noteHint: {
    'zh-CN': '显示在得分的来历之后，不影响得分。',
    en: 'Shown after how the score came about; it does not change the score.',
  },
  newNote: { 'zh-CN': '添加说明', en: 'Add a note' },
  deleteNote: { 'zh-CN': '删除说明', en: 'Delete the note' },
  noSurvey: (group: string) => ({
    'zh-CN': `还没有可用的${group}调查`,
    en: `No usable survey yet: ${group.toLowerCase()}`,
  }),
  /** Beside a number that several surveys gave together. */
  combined: (surveys: number) => ({
    'zh-CN': `${surveys} 项调查合并`,
    en: `${surveys} surveys combined`,
  }),
  combine: {
    weighted: (surveys: number) => ({
      'zh-CN': `${surveys} 项调查按权重合并：Σ 权重 × 各项的数`,
      en: `${surveys} surveys combined by weight: Σ weight × the number of each`,
    }),
    pooled: (surveys: number) => ({
      'zh-CN': `${surveys} 项调查的答卷合并计算，每份同等对待；各项单独为：`,
      en: `The responses of ${surveys} surveys pooled, each weighing the same; by themselves:`,
    }),
  },
  leftOut: (amount: string, reason: string) => ({
    'zh-CN': `（已剔除 ${amount}：${reason}）`,
    en: `(${amount} left out: ${reason})`,
  }),
  leftOutUnknown: (reason: string) => ({
    'zh-CN': `（有剔除：${reason}）`,
    en: `(something left out: ${reason})`,
  }),
  checksFail: (n: number) => ({
    'zh-CN': `其中 ${n} 项核对不成立或算不出`,
    en:
      n === 1
        ? '1 check of it fails or cannot be computed'
        : `${n} checks of it fail or cannot be computed`,
  }),
  baseDataLink: {
    'zh-CN': '基础数据：业绩值由它计算',
    en: 'Base data: what values are computed from',
  },
  saved: (total: string) => ({
    'zh-CN': `已保存，总分仍为 ${total}。`,
    en: `Saved; the total stays ${total}.`,
  }),
  moved: (before: string, after: string) => ({
    'zh-CN': `已保存，总分 ${before} → ${after}。`,
    en: `Saved; total ${before} → ${after}.`,
  }),
  change: { 'zh-CN': '修改', en: 'Change' },
  takeBack: { 'zh-CN': '取消核定', en: 'Take back' },
  noOverride: { 'zh-CN': '没有核定，按规则得分计。', en: 'No override: the rule’s score counts.' },
  newOverride: { 'zh-CN': '核定得分', en: 'Override the score' },
  overrideScore: { 'zh-CN': '核定得分', en: 'Score' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  reasonHint: {
    'zh-CN': '与规则得分不同的原因，会和得分一起显示。',
    en: 'Why it differs from the rule’s score; shown with it.',
  },
  fedBySurvey: {
    'zh-CN': '由调查结果计分，不需要录入。',
    en: 'Scored from the survey; nothing to enter.',
  },
  clearInputs: { 'zh-CN': '清空', en: 'Clear' },
  unexplained: {
    credit: {
      'zh-CN': '部分达到时，请写明给分比例（0–1）。',
      en: 'Where it is partly met, please say how far (0–1).',
    },
    reason: {
      'zh-CN': '部分达到时，请写明理由。',
      en: 'Where it is partly met, please say why.',
    },
  },
} satisfies Words;
