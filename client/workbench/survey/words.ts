import type { Words } from '../translation.ts';

/** What a survey's own page says: its returns, how it is set up, its moves, its access codes. */
export const surveyWords = {
  allSurveys: { 'zh-CN': '← 全部调查', en: '← All surveys' },
  toResults: { 'zh-CN': '查看结果', en: 'See the results' },
  toResponses: { 'zh-CN': '查看答卷', en: 'See the responses' },
  toTexts: { 'zh-CN': '查看开放题', en: 'See the open answers' },
  titleAndVersion: (title: string, version: number) => ({
    'zh-CN': `${title}（第 ${version} 版）`,
    en: `${title} (version ${version})`,
  }),
  validOfPlan: { 'zh-CN': '有效 / 计划', en: 'Valid / planned' },
  overPlan: (received: string, planned: string) => ({
    'zh-CN': `收到 ${received} 份，多于计划的 ${planned} 份。`,
    en: `${received} were received, more than the ${planned} planned.`,
  }),
  byChannel: { 'zh-CN': '按回收渠道', en: 'By channel' },
  byPoint: { 'zh-CN': '按调查点', en: 'By collection point' },
  pointsFolded: (points: string) => ({
    'zh-CN': `查看 ${points} 个调查点`,
    en: `See ${points} collection points`,
  }),
  noPoint: { 'zh-CN': '不属于任何调查点', en: 'Of no collection point' },
  pointClosed: { 'zh-CN': '已关闭', en: 'closed' },
  noPoints: {
    'zh-CN':
      '没有调查点。调查在几个乡镇、办事大厅或下属单位进行时，可以各设一个：每个点有自己的链接、二维码和计划数，回收和结果分点查看。',
    en: 'No collection points. Where a survey is carried out in several townships, halls or subordinate units, each can be one: with a link, a QR code and a plan of its own, and returns and results told apart by it.',
  },
  noPointsToRead: { 'zh-CN': '没有调查点。', en: 'No collection points.' },
  addPoints: { 'zh-CN': '在“设置”中添加', en: 'Add them in the settings' },
  steps: {
    title: { 'zh-CN': '作答到哪一步', en: 'How far people get' },
    step: { 'zh-CN': '步骤', en: 'Step' },
    devices: { 'zh-CN': '设备', en: 'Devices' },
    ofBefore: { 'zh-CN': '占上一步', en: 'Of the step before' },
    stopped: { 'zh-CN': '停在这一步', en: 'Stopped here' },
    names: {
      opened: { 'zh-CN': '打开问卷', en: 'Opened the form' },
      'first-answer': { 'zh-CN': '答了第一题', en: 'Gave a first answer' },
      sent: { 'zh-CN': '提交', en: 'Sent it' },
    },
    note: {
      'zh-CN':
        '按设备计，每台每步一次；只数得到能报告的浏览器，因此与收到的份数不必相等。不用 Cookie，不记地址。',
      en: 'Counted once a device and step, from browsers that can report it, so it need not equal what was received. Without cookie or address.',
    },
    nobody: {
      'zh-CN': '还没有设备报告打开过问卷。',
      en: 'No device has reported opening the form yet.',
    },
  },
  points: {
    order: { 'zh-CN': '调查点的次序', en: 'Order of the points' },
    orders: {
      plan: { 'zh-CN': '原次序', en: 'As planned' },
      missing: { 'zh-CN': '缺得最多', en: 'Most missing' },
      received: { 'zh-CN': '收得最多', en: 'Most received' },
    },
    search: { 'zh-CN': '查找调查点', en: 'Find a point' },
    noneFound: { 'zh-CN': '没有这样的调查点。', en: 'No such point.' },
    silent: (n: string) => ({
      'zh-CN': `，其中 ${n} 个还没有答卷`,
      en: `, ${n} of them without any response yet`,
    }),
    nothingYet: { 'zh-CN': '还没有答卷', en: 'nothing yet' },
    quietSince: (hour: string) => ({
      'zh-CN': `${hour} 之后没有答卷`,
      en: `nothing since ${hour}`,
    }),
  },
  quotas: { 'zh-CN': '配额和总体构成', en: 'Quotas and the population' },
  arrivals: { 'zh-CN': '收到的时间', en: 'When they came in' },
  reason: { 'zh-CN': '修改理由', en: 'Reason' },
  reasonHint: {
    'zh-CN': '调查开放过，每次修改都写明理由，与修改记录一起保存。',
    en: 'This survey has been opened: every change says why, and is kept with it.',
  },
  handedOut: {
    title: { 'zh-CN': '实际发放数', en: 'Handed out' },
    unknown: { 'zh-CN': '还没有填写', en: 'Not entered yet' },
    notInFull: { 'zh-CN': '没有填全', en: 'Not entered in full' },
    none: {
      'zh-CN':
        '还没有填写。填写实际发放的份数后，可以计算回收率（AAPOR RR1）；不知道发了多少份时不要填写。',
      en: 'Not entered yet. Once it is known how many were handed out, the response rate (AAPOR RR1) follows; leave it empty where nobody knows.',
    },
    noneToRead: {
      'zh-CN': '还没有填写，因此没有回收率（AAPOR RR1）。',
      en: 'Not entered yet, so there is no response rate (AAPOR RR1).',
    },
    what: {
      'zh-CN': '只填确知的份数，留空表示不知道。清空一格即撤回原来填写的数。',
      en: 'Enter what is known for certain and leave empty what is not. Emptying a field takes its number back.',
    },
    enter: { 'zh-CN': '填写实际发放数', en: 'Enter what was handed out' },
    whole: { 'zh-CN': '整项调查', en: 'The whole survey' },
    ofChannel: (place: string, channel: string) => ({
      'zh-CN': `${place}，${channel}：实际发放数`,
      en: `${place}, ${channel.toLowerCase()}: handed out`,
    }),
  },
  settings: {
    title: { 'zh-CN': '设置', en: 'Settings' },
    correct: { 'zh-CN': '修改设置', en: 'Change the settings' },
    saved: { 'zh-CN': '已保存。', en: 'Saved.' },
    unchanged: { 'zh-CN': '没有改动。', en: 'Nothing was changed.' },
    plan: { 'zh-CN': '计划发放数', en: 'Planned' },
    sampleSize: { 'zh-CN': '样本量测算依据', en: 'Basis of the sample size' },
    part: (name: string, n: string) => ({ 'zh-CN': `${name} ${n}`, en: `${name} ${n}` }),
    comma: { 'zh-CN': '，', en: ', ' },
    noPoints: { 'zh-CN': '无', en: 'None' },
    points: (n: number, points: string, sum: string) => ({
      'zh-CN': `${points} 个调查点，计划合计 ${sum}`,
      en:
        n === 1
          ? `1 collection point, planned ${sum}`
          : `${points} points, planned ${sum} together`,
    }),
    notSet: { 'zh-CN': '未填写', en: 'Not given' },
    opensAt: { 'zh-CN': '开始时间', en: 'Opens at' },
    closesAt: { 'zh-CN': '结束时间', en: 'Closes at' },
    access: { 'zh-CN': '作答方式', en: 'Who can answer' },
    proofOfWork: { 'zh-CN': '提交前完成验证计算', en: 'with a proof of work' },
    population: { 'zh-CN': '总体人数', en: 'Population' },
    sampling: { 'zh-CN': '抽样方式', en: 'Sampling' },
    phase: { 'zh-CN': '阶段', en: 'Phase' },
    fixedOnceOpened: {
      'zh-CN': '调查开放过，以下各项不能再改：答卷人已经按它们作答。需要改动时，复制为新的调查。',
      en: 'This survey has been opened, and these can no longer be changed: respondents have answered by them. Where they must change, copy the survey.',
    },
    fixedOnceClosed: {
      'zh-CN': '调查已结束，时段和调查点的增减、名称也不能再改；先重新开放才能改。',
      en: 'It is closed, so its times, and which points there are and their names, are fixed too until it is opened again.',
    },
  },
  history: {
    title: { 'zh-CN': '计划的修改记录', en: 'History of the plan' },
    version: { 'zh-CN': '版次', en: 'Version' },
    versionName: (n: number) => ({ 'zh-CN': `第 ${n} 版`, en: `Version ${n}` }),
    at: { 'zh-CN': '时间（北京时间）', en: 'When (Beijing time)' },
    author: { 'zh-CN': '修改人', en: 'Who' },
    changes: { 'zh-CN': '计划和改动', en: 'What changed' },
    reason: { 'zh-CN': '理由', en: 'Why' },
    notGiven: { 'zh-CN': '未填写', en: 'not given' },
    total: { 'zh-CN': '计划发放数', en: 'Planned' },
    fromTo: (name: string, before: string, after: string) => ({
      'zh-CN': `${name}：${before} → ${after}`,
      en: `${name}: ${before} → ${after}`,
    }),
    named: (before: string, after: string) => ({
      'zh-CN': `调查点“${before}”改称“${after}”`,
      en: `Collection point “${before}” is now called “${after}”`,
    }),
    added: (name: string, plan: string) => ({
      'zh-CN': `新增调查点“${name}”，计划 ${plan}`,
      en: `Collection point “${name}” added, planned ${plan}`,
    }),
    gone: (name: string) => ({
      'zh-CN': `移除调查点“${name}”`,
      en: `Collection point “${name}” removed`,
    }),
    closed: (name: string) => ({
      'zh-CN': `关闭调查点“${name}”`,
      en: `Collection point “${name}” closed`,
    }),
    opened: (name: string) => ({
      'zh-CN': `重新开放调查点“${name}”`,
      en: `Collection point “${name}” opened again`,
    }),
    order: { 'zh-CN': '调整调查点的次序', en: 'Collection points put in another order' },
    quotas: { 'zh-CN': '调整配额', en: 'Quotas changed' },
    shares: { 'zh-CN': '调整总体比例', en: 'Shares of the population changed' },
    sampleSize: { 'zh-CN': '调整样本量测算依据', en: 'Basis of the sample size changed' },
    manyChanges: (n: number) => ({ 'zh-CN': `${n} 处改动`, en: `${n} changes` }),
  },
  moves: {
    open: { 'zh-CN': '开放调查', en: 'Open the survey' },
    preview: { 'zh-CN': '预览问卷', en: 'Preview the form' },
    openTitle: { 'zh-CN': '开放这项调查？', en: 'Open this survey?' },
    openHint: {
      open: {
        'zh-CN': '开放后，凭链接即可作答。',
        en: 'Once open, whoever has the link can answer.',
      },
      code: {
        'zh-CN': '开放后，凭访问码即可作答。',
        en: 'Once open, whoever has an access code can answer.',
      },
    },
    becomesFixed: { 'zh-CN': '从此不能再改：', en: 'From then on these are fixed:' },
    reasonFromThen: {
      'zh-CN':
        '计划、调查点、时间、总体人数和抽样方式以后仍可修改，但每次都要写明理由，并留下记录。开放后也不能删除，只能结束。',
      en: 'Plan, collection points, times, population and sampling can still be changed, each time with a reason that is kept. An opened survey is closed, never deleted.',
    },
    close: { 'zh-CN': '结束调查', en: 'Close the survey' },
    closeTitle: { 'zh-CN': '结束这项调查？', en: 'Close this survey?' },
    closeWhat: (outOf: string) => ({
      'zh-CN': `已收到 ${outOf} 份。结束后链接不再接受新的答卷，可以写明理由后重新开放。`,
      en: `${outOf} have come in. Once closed, the link takes no new responses; it can be opened again with a reason.`,
    }),
    reopen: { 'zh-CN': '重新开放', en: 'Open again' },
    reopenTitle: { 'zh-CN': '重新开放这项调查？', en: 'Open this survey again?' },
    reopenWhat: {
      'zh-CN': '链接和调查点的二维码重新接受答卷，结果和得分随之变化。',
      en: 'Its links and QR codes take responses again, and results and scores move with them.',
    },
    newEnd: { 'zh-CN': '新的结束时间', en: 'New end' },
    newEndHint: (end: string) => ({
      'zh-CN': `原定 ${end} 结束，已过。留空表示不限。`,
      en: `It was to end at ${end}, which is past. Empty: no end.`,
    }),
    endAhead: { 'zh-CN': '新的结束时间应在现在之后。', en: 'The new end is in the past.' },
    copy: { 'zh-CN': '复制为新的调查', en: 'Copy as a new survey' },
    delete: { 'zh-CN': '删除草稿', en: 'Delete the draft' },
    deleteTitle: (code: string) => ({
      'zh-CN': `删除草稿 ${code}？`,
      en: `Delete the draft ${code}?`,
    }),
    deleteWhat: (planned: string, points: string) => ({
      'zh-CN': `计划 ${planned} 份、${points} 个调查点和计划的修改记录一并删除，不能恢复。还没有开放，因此没有答卷。`,
      en: `Its plan of ${planned}, ${points} collection points and the history of the plan go with it for good. It was never opened, so there are no responses.`,
    }),
    deleteCodes: (issued: string) => ({
      'zh-CN': `已发的 ${issued} 个访问码作废。`,
      en: `The ${issued} access codes issued become void.`,
    }),
    deleteLinks: {
      'zh-CN': '已经印出或转发的链接、二维码不再有效。',
      en: 'Links and QR codes that were printed or passed on lead nowhere from then on.',
    },
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
    notKept: (issued: string) => ({
      'zh-CN': `这 ${issued} 个访问码还没有下载，也没有复制。关闭后再也看不到，也发不出去。`,
      en: `These ${issued} codes are neither downloaded nor copied. Once closed, nobody can see them again or hand them out.`,
    }),
  },
} satisfies Words;
