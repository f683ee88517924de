import type { Words } from '../translation.ts';

/** What the list of evaluations and a new one say. */
export const evaluationsWords = {
  create: { 'zh-CN': '新建项目', en: 'New evaluation' },
  createYes: { 'zh-CN': '建立项目', en: 'Create evaluation' },
  received: { 'zh-CN': '收到答卷', en: 'Responses' },
  none: { 'zh-CN': '还没有绩效评价项目', en: 'No evaluations yet' },
  noneHint: {
    'zh-CN': '先建立一个项目：写明被评价部门和预算年度，选定评价指标体系，然后从问卷建立调查。',
    en: 'Create one first: name the department and the budget year, choose an indicator system, then set up surveys from questionnaires.',
  },
  noneOfYours: { 'zh-CN': '您还没有参加评价项目', en: 'You are not part of any evaluation yet' },
  noneOfYoursHint: {
    'zh-CN':
      '参加的项目在这里列出。请项目的评价人员发给您邀请链接，打开链接即可加入；需要新建项目时，请联系管理员。',
    en: 'Those you take part in are listed here. Ask the evaluators of one for an invitation link, and open it to join; to begin one of your own, ask an admin.',
  },
  mayNotCreate: { 'zh-CN': '您的账号不能新建项目', en: 'Your account cannot create evaluations' },
  mayNotCreateHint: {
    'zh-CN': '新建项目要由管理员为您的账号开通，请联系管理员。已有的项目由其评价人员邀请您加入。',
    en: 'An admin can let your account create evaluations: please ask one. Into an evaluation that exists its evaluators invite you.',
  },
  example: { 'zh-CN': '示例', en: 'Example' },
  exampleHint: {
    'zh-CN':
      '标有“示例”的项目按一份公布的评价报告重建，可以随意查看和试填。开始正式工作前，可以一次删除。',
    en: 'The evaluation marked “Example” is rebuilt from a published report: look around and try it out. It can be deleted in one go before real work starts.',
  },
  deleteExample: { 'zh-CN': '删除示例', en: 'Delete the example' },
  deleteTitle: (department: string, year: number) => ({
    'zh-CN': `删除示例“${department} ${year} 年度”？`,
    en: `Delete the example “${department} ${year}”?`,
  }),
  deleteYes: { 'zh-CN': '删除这些内容', en: 'Delete all of this' },
  deleted: (name: string, surveys: string, more: string, entered: string) => ({
    'zh-CN': `已删除“${name}”：${surveys}，${more}，${entered}。`,
    en: `“${name}” is deleted: ${surveys}, ${more}, ${entered}.`,
  }),
  named: (department: string, year: number) => ({
    'zh-CN': `${department} ${year} 年度`,
    en: `${department} ${year}`,
  }),
  goesSurveys: (surveys: string, responses: string) => ({
    'zh-CN': `${surveys} 项调查、${responses} 份答卷`,
    en: `surveys: ${surveys}, responses: ${responses}`,
  }),
  goesScores: (entered: string, overridden: string) => ({
    'zh-CN': `${entered} 项指标的业绩值、${overridden} 项评价组核定`,
    en: `indicators with actual values: ${entered}, overrides: ${overridden}`,
  }),
  goesWith: (points: string, codes: string) => ({
    'zh-CN': `${points} 个调查点、${codes} 个访问码`,
    en: `collection points: ${points}, access codes: ${codes}`,
  }),
  goesEntered: (scores: string, cells: string) => ({
    'zh-CN': `${scores} 项指标录入的内容、${cells} 项基础数据`,
    en: `indicators with entries: ${scores}, cells of base data: ${cells}`,
  }),
  goesCells: (cells: string) => ({
    'zh-CN': `${cells} 项基础数据`,
    en: `cells of base data: ${cells}`,
  }),
  goesRest: {
    'zh-CN': '计划的历次版本和项目资料',
    en: 'every version of the plans, and the particulars',
  },
  search: { 'zh-CN': '查找项目', en: 'Find evaluations' },
  searchIn: {
    'zh-CN': '部门、所在地、年度、报告编号、调查编号',
    en: 'Department, place, year, report number, survey code',
  },
  state: { 'zh-CN': '进度', en: 'Progress' },
  anyState: { 'zh-CN': '全部', en: 'All' },
  archive: { 'zh-CN': '归档', en: 'Archive' },
  archived: {
    no: { 'zh-CN': '未归档', en: 'Not archived' },
    only: { 'zh-CN': '已归档', en: 'Archived' },
    all: { 'zh-CN': '都列出', en: 'Both' },
  },
  isArchived: { 'zh-CN': '已归档', en: 'Archived' },
  sort: { 'zh-CN': '排序', en: 'Order' },
  sorts: {
    newest: { 'zh-CN': '新建在前', en: 'Newest first' },
    department: { 'zh-CN': '按部门', en: 'By department' },
    year: { 'zh-CN': '按年度', en: 'By year' },
    total: { 'zh-CN': '按总分', en: 'By total' },
  },
  begun: (day: string) => ({ 'zh-CN': `${day} 建立`, en: `begun ${day}` }),
  missing: {
    'groups-without-survey': (_n: string, groups: string) => ({
      'zh-CN': `还没有调查：${groups}`,
      en: `No survey yet: ${groups}`,
    }),
    'groups-undecided': (_n: string, groups: string) => ({
      'zh-CN': `待选定计分的调查：${groups}`,
      en: `Which survey scores is open: ${groups}`,
    }),
    'surveys-in-draft': (n: string, _codes: string, surveys: number) => ({
      'zh-CN': `${n} 项调查未开放`,
      en: surveys === 1 ? '1 survey not opened' : `${n} surveys not opened`,
    }),
    'indicators-without-score': (n: string, _codes: string, indicators: number) => ({
      'zh-CN': `${n} 项指标没有得分`,
      en: indicators === 1 ? '1 indicator without a score' : `${n} indicators without a score`,
    }),
  },
  notFound: { 'zh-CN': '没有符合条件的项目', en: 'No evaluation like that' },
  notFoundHint: {
    'zh-CN': '换个词试试；归档的项目要选“已归档”或“都列出”才会列出。',
    en: 'Try another word; archived ones are listed only where that is chosen.',
  },
  findAll: { 'zh-CN': '清除条件', en: 'Clear what was chosen' },
  goesForGood: {
    'zh-CN': '删除后不能恢复。问卷和评价指标体系保留。',
    en: 'This cannot be undone. Questionnaires and indicator systems stay.',
  },
  indicatorCount: (n: number) => ({
    'zh-CN': `${n} 项指标`,
    en: n === 1 ? '1 indicator' : `${n} indicators`,
  }),
  olderVersions: (n: number) => ({
    'zh-CN': `以前的版本（${n}）`,
    en: n === 1 ? 'An older version' : `Older versions (${n})`,
  }),
  readSystem: { 'zh-CN': '查看全部指标', en: 'Read all of it' },
  systemHint: { 'zh-CN': '建立后不再改变。', en: 'It cannot be changed afterwards.' },
} satisfies Words;
