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
  deleted: (surveys: string, responses: string) => ({
    'zh-CN': `示例已删除：${surveys} 项调查、${responses} 份答卷。`,
    en: `The example is deleted: ${surveys} surveys, ${responses} responses.`,
  }),
  goesSurveys: (surveys: string, responses: string) => ({
    'zh-CN': `${surveys} 项调查、${responses} 份答卷`,
    en: `${surveys} surveys with ${responses} responses`,
  }),
  goesScores: (entered: string, overridden: string) => ({
    'zh-CN': `${entered} 项指标的业绩值、${overridden} 项评价组核定`,
    en: `actual values of ${entered} indicators and ${overridden} overrides`,
  }),
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
