import type { Words } from '../translation.ts';

/** What the returns say: a survey’s moves, its access codes, what it feeds. */
export const returnsWords = {
  title: { 'zh-CN': '回收', en: 'Returns' },
  none: { 'zh-CN': '还没有调查', en: 'No surveys yet' },
  noneHint: {
    'zh-CN': '从一份问卷建立调查后，这里显示每个渠道的计划、收到、有效和无效份数。',
    en: 'Once a survey is set up from a questionnaire, this shows what was planned and what came back, valid and invalid, by channel.',
  },
  validOfPlan: { 'zh-CN': '有效 / 计划', en: 'valid / planned' },
  overPlan: (received: string, planned: string) => ({
    'zh-CN': `收到 ${received} 份，多于计划的 ${planned} 份，因此不计算回收率。`,
    en: `${received} were received, more than the ${planned} planned, so no response rate is given.`,
  }),
  nothingYet: { 'zh-CN': '还没有收到答卷。', en: 'No responses yet.' },
  byDay: (days: number) => ({
    'zh-CN': `按日查看（${days} 天）`,
    en: days === 1 ? 'By day (1 day)' : `By day (${days} days)`,
  }),
  day: { 'zh-CN': '日期（北京时间）', en: 'Day (Beijing time)' },
  period: (from: string | null, to: string | null) => ({
    'zh-CN': `${from ? `${from} ` : ''}${to ? `至 ${to}` : '起'}（北京时间）`,
    en: `${from ? `from ${from} ` : ''}${to ? `to ${to} ` : ''}(Beijing time)`,
  }),
  toResults: { 'zh-CN': '查看结果', en: 'See the results' },
  toResponses: { 'zh-CN': '查看答卷', en: 'See the responses' },
  moves: {
    open: { 'zh-CN': '开放调查', en: 'Open the survey' },
    preview: { 'zh-CN': '预览问卷', en: 'Preview the form' },
    reopen: { 'zh-CN': '重新开放', en: 'Open again' },
    openHint: {
      open: {
        'zh-CN': '开放后问卷不能再换，凭链接即可作答。',
        en: 'Once open, its questionnaire is fixed and whoever has the link can answer.',
      },
      code: {
        'zh-CN': '开放后问卷不能再换，凭访问码即可作答。',
        en: 'Once open, its questionnaire is fixed and whoever has an access code can answer.',
      },
    },
    close: { 'zh-CN': '结束调查', en: 'Close the survey' },
    closeTitle: { 'zh-CN': '结束这项调查？', en: 'Close this survey?' },
    closeWhat: (outOf: string) => ({
      'zh-CN': `已收到 ${outOf} 份。结束后链接不再接受新的答卷，可以重新开放。`,
      en: `${outOf} have come in. Once closed, the link takes no new responses; it can be opened again.`,
    }),
  },
  protection: {
    proofOfWorkMeans: {
      'zh-CN': '提交前由浏览器完成一次验证计算，使批量提交变慢。',
      en: 'Before sending, the browser has to do a proof of work, which slows scripts down.',
    },
    numbers: (issued: string, spent: string) => ({
      'zh-CN': `已发访问码 ${issued} 个，已用 ${spent} 个。`,
      en: `${issued} codes issued, ${spent} spent.`,
    }),
    fewer: (planned: string) => ({
      'zh-CN': `少于计划发放数 ${planned}。`,
      en: `Fewer than the ${planned} planned.`,
    }),
    issue: { 'zh-CN': '生成访问码', en: 'Issue codes' },
    count: { 'zh-CN': '个数', en: 'How many' },
    issueHint: { 'zh-CN': '一次最多 5000 个。', en: 'At most 5,000 at once.' },
    issuedTitle: (issued: string) => ({
      'zh-CN': `已生成 ${issued} 个访问码`,
      en: `${issued} codes issued`,
    }),
    onlyOnce: {
      'zh-CN':
        '只显示这一次：系统不保存访问码本身。请保存名单并分发，每人一个；不要记下谁拿了哪一个。',
      en: 'Shown this once: the codes themselves are not kept. Save the list and hand them out, one each, without writing down who got which.',
    },
    code: { 'zh-CN': '访问码', en: 'Access code' },
    link: { 'zh-CN': '链接', en: 'Link' },
    download: { 'zh-CN': '下载 CSV', en: 'Download CSV' },
    copy: { 'zh-CN': '复制名单', en: 'Copy the list' },
    done: { 'zh-CN': '已保存，关闭', en: 'Saved, close' },
    close: { 'zh-CN': '关闭', en: 'Close' },
    notKept: (issued: string) => ({
      'zh-CN': `这 ${issued} 个访问码还没有下载，也没有复制。关闭后再也看不到，也发不出去。`,
      en: `These ${issued} codes are neither downloaded nor copied. Once closed, nobody can see them again or hand them out.`,
    }),
    back: { 'zh-CN': '返回', en: 'Go back' },
    closeAnyway: { 'zh-CN': '仍然关闭', en: 'Close all the same' },
  },
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
