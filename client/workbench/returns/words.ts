import type { Words } from '../translation.ts';

/** What the returns say: surveys side by side, what feeds the score, and how several are combined. */
export const returnsWords = {
  title: { 'zh-CN': '回收', en: 'Returns' },
  none: { 'zh-CN': '还没有调查', en: 'No surveys yet' },
  noneHint: {
    'zh-CN': '从一份问卷建立调查后，这里显示每个渠道的计划、收到、有效和无效份数。',
    en: 'Once a survey is set up from a questionnaire, this shows what was planned and what came back, valid and invalid, by channel.',
  },
  noneToRead: {
    'zh-CN': '评价人员建立调查后，这里显示每个渠道的计划、收到、有效和无效份数。',
    en: 'Once the evaluators have set up a survey, this shows what was planned and what came back, valid and invalid, by channel.',
  },
  validOfPlan: { 'zh-CN': '有效 / 计划', en: 'Valid / planned' },
  groupSum: (group: string) => ({ 'zh-CN': `${group}合计`, en: `${group}, in all` }),
  pointsTo: { 'zh-CN': '需要留意', en: 'To look at' },
  arrivals: { 'zh-CN': '收到的时间', en: 'When they came in' },
  noPoint: { 'zh-CN': '未注明调查点', en: 'Without a collection point' },
  channels: { 'zh-CN': '按渠道', en: 'By channel' },
  places: (points: string) => ({
    'zh-CN': `按渠道和 ${points} 个调查点`,
    en: `By channel and ${points} collection points`,
  }),
  survey: { 'zh-CN': '调查', en: 'Survey' },
  state: { 'zh-CN': '状态和时段', en: 'State and period' },
  forScore: { 'zh-CN': '用于评分', en: 'For the score' },
  feeds: {
    pilot: { 'zh-CN': '试调查不用于评分', en: 'A pilot never feeds the score' },
    draft: {
      'zh-CN': '未开放的调查不用于评分；这一类调查对象中最先开放的正式调查用于评分。',
      en: 'A survey that was not opened feeds no score; the first formal survey of its respondent group that opens does.',
    },
    draftBeside: (now: string) => ({
      'zh-CN': `评分用${now}；这项调查开放后也不改变，除非改选。`,
      en: `The score is taken from ${now}; opening this one does not change that unless somebody chooses it.`,
    }),
    choose: { 'zh-CN': '改用此调查评分', en: 'Score from this survey' },
    chooseAlone: { 'zh-CN': '只用此调查评分', en: 'Score from this survey alone' },
    title: (survey: string) => ({
      'zh-CN': `用调查 ${survey} 评分？`,
      en: `Score from survey ${survey}?`,
    }),
    /** The indicators, what they are scored from now (none where nothing was chosen yet), and what they will be. */
    what: (indicators: string[], now: string | undefined, next: string) => ({
      'zh-CN':
        now === undefined
          ? `指标 ${indicators.join('、')} 将由${next}计分。`
          : `指标 ${indicators.join('、')} 现由${now}计分，将改由${next}计分，得分和总分随之变化。`,
      en:
        now === undefined
          ? `${indicators.length === 1 ? 'Indicator' : 'Indicators'} ${indicators.join(', ')}: will be scored from ${next}.`
          : `${indicators.length === 1 ? 'Indicator' : 'Indicators'} ${indicators.join(', ')}: now scored from ${now}, then from ${next}; scores and total change with it.`,
    }),
    /** What feeds a group, in a sentence. */
    one: (survey: string) => ({ 'zh-CN': `调查 ${survey}`, en: `survey ${survey}` }),
    together: {
      weighted: (surveys: string[]) => ({
        'zh-CN': `按权重合并的调查 ${surveys.join(' + ')}`,
        en: `${surveys.join(' + ')}, combined by weight`,
      }),
      pooled: (surveys: string[]) => ({
        'zh-CN': `答卷合并的调查 ${surveys.join(' + ')}`,
        en: `the responses of ${surveys.join(' + ')}, pooled`,
      }),
    },
    survey: (code: string, base: string) => ({
      'zh-CN': `${code}（${base}）`,
      en: `${code} (${base})`,
    }),
  },
  combine: {
    forIndicators: (indicators: string[], group: string) => ({
      'zh-CN': `${group}：指标 ${indicators.join('、')}`,
      en: `${group}: ${indicators.length === 1 ? 'indicator' : 'indicators'} ${indicators.join(', ')}`,
    }),
    now: (feed: string) => ({ 'zh-CN': `现由${feed}计分。`, en: `Scored from ${feed}.` }),
    none: {
      'zh-CN': '还没有选定由哪一项调查计分。',
      en: 'No survey was chosen to score them yet.',
    },
    begin: { 'zh-CN': '合并几项调查计分', en: 'Combine several surveys' },
    change: { 'zh-CN': '改变合并方式', en: 'Change how they are combined' },
    how: { 'zh-CN': '怎样合并', en: 'How to combine' },
    ways: {
      weighted: { 'zh-CN': '按权重', en: 'By weight' },
      pooled: { 'zh-CN': '答卷合并', en: 'Pooled' },
    },
    hints: {
      weighted: {
        'zh-CN':
          '每项调查代表一部分人（如市区、郊县）：综合满意度 = Σ 权重 × 该项调查的满意度。权重合计为\u00a01，可写 0.6 或 1/3；不参加合并的留空。',
        en: 'Each survey stands for a part of the people (city, suburbs): the composite is Σ weight × its satisfaction. The weights add up to 1 and may be written 0.6 or 1/3; a survey whose weight is blank is left out.',
      },
      pooled: {
        'zh-CN': '所选调查的答卷放在一起计算，每份答卷同等对待；须是同一份问卷。',
        en: 'The responses of the surveys chosen are taken together and weigh the same each; all must answer one questionnaire.',
      },
    },
    weightOf: (survey: string) => ({ 'zh-CN': `${survey} 的权重`, en: `Weight of ${survey}` }),
    which: { 'zh-CN': '合并哪几项', en: 'Which surveys' },
    twoAtLeast: { 'zh-CN': '合并至少要两项调查。', en: 'It takes two surveys at least.' },
    aboveZero: { 'zh-CN': '权重应大于 0。', en: 'A weight is above 0.' },
    notOne: (sum: string) => ({
      'zh-CN': `权重合计 ${sum}，应为 1。`,
      en: `The weights add up to ${sum}, not 1.`,
    }),
    go: { 'zh-CN': '合并计分…', en: 'Combine…' },
    confirm: { 'zh-CN': '合并计分', en: 'Score from these' },
    confirmTitle: { 'zh-CN': '合并这几项调查计分？', en: 'Score from these surveys together?' },
    composite: (now: string | undefined, next: string, base: string) => ({
      'zh-CN': `综合满意度${now === undefined ? '' : `现为 ${now}，`}合并后约 ${next}（${base}）。`,
      en: `Composite satisfaction: ${now === undefined ? '' : `now ${now}, `}about ${next} (${base}) once combined.`,
    }),
  },
} satisfies Words;
