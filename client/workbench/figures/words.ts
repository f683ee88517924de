import type { Words } from '../translation.ts';

/** What is said of figures that were frozen (定稿). */
export const figuresWords = {
  toResults: { 'zh-CN': '结果', en: 'Results' },
  about: {
    'zh-CN':
      '定稿把此刻的满意度结果固定下来，连同答题人数、算法、时间和校验值。之后的改动不会让它变化，只会标明它已过时；指标按最近一次定稿计分。',
    en: 'Freezing fixes the figures as they are now, with base, method, time and hash. What changes later does not move them, it only marks them out of date; indicators score by the newest.',
  },
  readOnly: {
    'zh-CN': '定稿由评价人员和评分人员进行。',
    en: 'Evaluators and scorers freeze figures.',
  },
  none: { 'zh-CN': '还没有可以定稿的结果', en: 'Nothing to freeze yet' },
  noneHint: {
    'zh-CN': '有了计分的调查和有效答卷，这里就可以把满意度结果定稿，之后评分不再随数据变动。',
    en: 'Once a survey that feeds an indicator has valid responses, its figures can be frozen here, and the score no longer moves with the data.',
  },
  toReturns: { 'zh-CN': '查看回收情况', en: 'See the returns' },
  states: {
    none: { 'zh-CN': '未定稿', en: 'Not frozen' },
    some: { 'zh-CN': '部分定稿', en: 'Frozen in part' },
    stale: { 'zh-CN': '已过时', en: 'Out of date' },
    all: (day: string) => ({ 'zh-CN': `已定稿 ${day}`, en: `Frozen ${day}` }),
  },
  live: { 'zh-CN': '未定稿，按实时数计分', en: 'Not frozen: scores by today’s number' },
  frozenBy: (minute: string, who: string) => ({
    'zh-CN': `${minute} 由 ${who} 定稿`,
    en: `Frozen ${minute} by ${who}`,
  }),
  allNumbers: (group: string) => ({
    'zh-CN': `${group}的全部数字`,
    en: `All numbers: ${group}`,
  }),
  indicators: (codes: string) => ({ 'zh-CN': `指标 ${codes}`, en: `Scores ${codes}` }),
  thingByThing: (n: number) => ({ 'zh-CN': `逐项变化（${n}）`, en: `One by one (${n})` }),
  /** How a group's number is made. */
  methods: {
    mean: { 'zh-CN': '各题平均', en: 'Mean of the items' },
    items: { 'zh-CN': '各题加权平均', en: 'Weighted mean of the items' },
    dimensions: { 'zh-CN': '各维度加权平均', en: 'Weighted mean of the dimensions' },
    pooled: { 'zh-CN': '全部回答合并平均', en: 'All answers together, averaged' },
    overall: { 'zh-CN': '总体题', en: 'The overall item' },
    top: { 'zh-CN': '最好几档的占比', en: 'Share of the best grades' },
    persons: { 'zh-CN': '达标人数的占比', en: 'Share of persons who reach the threshold' },
  },
  combines: {
    pooled: { 'zh-CN': '几项调查的答卷合并计算', en: 'Responses of several surveys pooled' },
    weighted: { 'zh-CN': '几项调查按权重合并', en: 'Several surveys combined by weight' },
  },
  freeze: {
    begin: { 'zh-CN': '定稿…', en: 'Freeze…' },
    again: { 'zh-CN': '重新定稿…', en: 'Freeze again…' },
    title: { 'zh-CN': '定稿满意度结果', en: 'Freeze the figures' },
    confirm: { 'zh-CN': '定稿', en: 'Freeze' },
    which: { 'zh-CN': '定稿哪些类别', en: 'Which groups' },
    chooseOne: { 'zh-CN': '请至少选一类。', en: 'Please choose at least one.' },
    computing: { 'zh-CN': '正在计算定稿前后的得分', en: 'Working out the scores before and after' },
    open: (codes: string) => ({
      'zh-CN': `调查 ${codes} 仍在收集，之后的答卷不会计入。`,
      en: `Survey ${codes} still collects; responses that come later will not count.`,
    }),
    replaces: (minute: string) => ({
      'zh-CN': `代替 ${minute} 的定稿，那一份仍然保留。`,
      en: `Takes the place of what was frozen ${minute}, which stays.`,
    }),
    first: { 'zh-CN': '第一次定稿。', en: 'Frozen for the first time.' },
    whatChanges: { 'zh-CN': '得分前后', en: 'The score before and after' },
    now: { 'zh-CN': '现在', en: 'Now' },
    once: { 'zh-CN': '定稿后', en: 'Once frozen' },
    nothingMoves: { 'zh-CN': '得分不变。', en: 'No score changes.' },
    done: (minute: string) => ({ 'zh-CN': `${minute} 已定稿。`, en: `Frozen ${minute}.` }),
  },
  history: {
    title: { 'zh-CN': '历次定稿', en: 'What was frozen' },
    none: {
      'zh-CN': '还没有定稿。以前的定稿会一直保留在这里，可以两两对照。',
      en: 'Nothing yet. What is frozen stays here, and any two can be compared.',
    },
    at: { 'zh-CN': '定稿时间', en: 'Frozen' },
    by: { 'zh-CN': '定稿人', en: 'By' },
    state: { 'zh-CN': '状态', en: 'State' },
    scores: { 'zh-CN': '用于计分', en: 'Scores' },
    former: { 'zh-CN': '已被代替', en: 'Superseded' },
    hash: { 'zh-CN': '校验值', en: 'Hash' },
  },
  compare: {
    title: { 'zh-CN': '两次定稿对照', en: 'Two beside each other' },
    one: { 'zh-CN': '一次', en: 'One' },
    other: { 'zh-CN': '另一次', en: 'The other' },
    chooseTwo: { 'zh-CN': '请选两次不同的定稿。', en: 'Please choose two different ones.' },
    number: { 'zh-CN': '结果', en: 'Figure' },
    before: { 'zh-CN': '之前', en: 'Before' },
    after: { 'zh-CN': '之后', en: 'After' },
    change: { 'zh-CN': '变化', en: 'Change' },
    why: { 'zh-CN': '两次之间', en: 'Between the two' },
    same: { 'zh-CN': '两次定稿的数字相同。', en: 'All numbers are the same.' },
    onlyInOne: (groups: string) => ({
      'zh-CN': `只有一次定稿含有：${groups}。`,
      en: `In one of the two only: ${groups}.`,
    }),
    absent: { 'zh-CN': '这一次没有', en: 'Not in this one' },
  },
  one: {
    all: { 'zh-CN': '全部定稿', en: 'All frozen figures' },
    title: (minute: string) => ({ 'zh-CN': `${minute} 的定稿`, en: `Frozen ${minute}` }),
    by: (who: string) => ({ 'zh-CN': `定稿人 ${who}`, en: `by ${who}` }),
    since: { 'zh-CN': '定稿之后的变化', en: 'Since then' },
    noNumber: { 'zh-CN': '没有计分的回答', en: 'No scored answers' },
    value: { 'zh-CN': '满意度 %', en: 'Satisfaction %' },
    share: { 'zh-CN': '占比 %', en: 'Share %' },
    items: { 'zh-CN': '各题', en: 'Items' },
    shares: { 'zh-CN': '指标所用的选项占比', en: 'Shares of options that indicators ask for' },
    survey: (code: string) => ({ 'zh-CN': `调查 ${code}`, en: `Survey ${code}` }),
    weight: { 'zh-CN': '权重', en: 'Weight' },
    method: { 'zh-CN': '算法', en: 'Method' },
    openThen: {
      'zh-CN': '定稿时仍在收集',
      en: 'Still collecting when frozen',
    },
    judgements: { 'zh-CN': '改判', en: 'Overruled' },
    judged: (n: string) => ({
      'zh-CN': `有效性由人判定 ${n} 次`,
      en: `dispositions decided by people: ${n}`,
    }),
    population: { 'zh-CN': '总体人数', en: 'Population' },
    uncertainty: { 'zh-CN': '抽样误差', en: 'Uncertainty' },
    interval: { 'zh-CN': '95% 置信区间', en: '95% confidence interval' },
    standardError: (error: string, degrees: string) => ({
      'zh-CN': `标准误 ${error}，自由度 ${degrees}`,
      en: `standard error ${error}, ${degrees} degrees of freedom`,
    }),
    descriptive: {
      'zh-CN': '描述性：答卷人自愿参加，区间不能推广到没有参加的人。',
      en: 'Descriptive: respondents chose to take part, so the interval says nothing of those who did not.',
    },
    noInterval: { 'zh-CN': '没有置信区间：', en: 'No confidence interval: ' },
    byChannel: { 'zh-CN': '各渠道回收', en: 'Returns by channel' },
    byPoint: { 'zh-CN': '各调查点回收', en: 'Returns by collection point' },
    noPoint: { 'zh-CN': '未注明调查点', en: 'No collection point' },
    responses: (n: string) => ({
      'zh-CN': `${n} 份答卷的校验值`,
      en: `Hash over ${n} responses`,
    }),
    answersRemoved: {
      'zh-CN': '定稿时单份答卷已按保存期限删除，没有校验值。',
      en: 'Single answers had been removed at the end of their time, so there is no hash.',
    },
    keep: { 'zh-CN': '下载与核对', en: 'Download and check' },
    download: (kind: string) => ({ 'zh-CN': `下载 ${kind}`, en: `Download ${kind}` }),
    hash: { 'zh-CN': '本次定稿的校验值（SHA-256）', en: 'Hash of what was frozen (SHA-256)' },
    copy: { 'zh-CN': '复制全部', en: 'Copy it whole' },
    check: {
      'zh-CN': '在服务器上逐个数字与数据库核对，不符的会逐条列出：',
      en: 'Compares the file with the database, number by number, on the server:',
    },
    checkFile: { 'zh-CN': '文件', en: 'FILE' },
    copyCommand: { 'zh-CN': '复制命令', en: 'Copy the command' },
  },
  /** Why there is no response rate. */
  noRate: {
    'handed-out-unknown': { 'zh-CN': '发放数不全', en: 'Not known how many were handed out' },
    'nothing-handed-out': { 'zh-CN': '没有发放', en: 'None were handed out' },
    'more-than-handed-out': {
      'zh-CN': '收回多于发放，两数必有一错',
      en: 'More came back than was handed out; one of the two is wrong',
    },
    other: { 'zh-CN': '没有回收率', en: 'There is none' },
  },
  scoredBy: {
    mark: { 'zh-CN': '定稿', en: 'frozen' },
    live: { 'zh-CN': '按实时数计分', en: 'scored by today’s number' },
    frozen: (day: string, value: string) => ({
      'zh-CN': `按 ${day} 定稿 ${value} 计分`,
      en: `scored by ${value}, frozen ${day}`,
    }),
    stale: (value: string) => ({
      'zh-CN': `已过时，现为 ${value}`,
      en: `out of date: now ${value}`,
    }),
  },
} satisfies Words;
