import type { Words } from '../translation.ts';

/** The figures of the year before, beside this year's. */
export const earlierFiguresWords = {
  title: { 'zh-CN': '上年度满意度', en: 'The year before' },
  ofYear: (year: number) => ({ 'zh-CN': `${year} 年度`, en: `${year}` }),
  since: { 'zh-CN': '较上年', en: 'change' },
  unknown: {
    'zh-CN': '还不知道上年度的满意度：本系统里没有这个部门上年度的定稿。',
    en: 'The figure of the year before is not known: nothing was frozen here of the department’s year before.',
  },
  noNumber: { 'zh-CN': '还没有数', en: 'No number yet' },
  frozen: (at: string) => ({
    'zh-CN': `本系统定稿（${at}）`,
    en: `frozen here (${at})`,
  }),
  typed: (source: string) => ({ 'zh-CN': `来源：${source}`, en: `Source: ${source}` }),
  by: (author: string, at: string) => ({
    'zh-CN': `${author} ${at} 填写`,
    en: `typed in by ${author}, ${at}`,
  }),
  others: { 'zh-CN': '另有', en: 'Also known' },
  enter: { 'zh-CN': '填写', en: 'Type in' },
  enterOf: (group: string) => ({
    'zh-CN': `填写${group}的上年度满意度`,
    en: `Type in the figure of the year before of ${group}`,
  }),
  instead: { 'zh-CN': '另填一个', en: 'Type in another' },
  change: { 'zh-CN': '修改', en: 'Change' },
  changeOf: (group: string) => ({
    'zh-CN': `修改${group}的上年度满意度`,
    en: `Change the figure of the year before of ${group}`,
  }),
  takeBack: { 'zh-CN': '撤回', en: 'Take back' },
  takeBackOf: (group: string) => ({
    'zh-CN': `撤回所填的${group}上年度满意度`,
    en: `Take back what was typed in of ${group}`,
  }),
  value: (year: number) => ({
    'zh-CN': `${year} 年度综合满意度`,
    en: `Composite satisfaction of ${year}`,
  }),
  source: { 'zh-CN': '来源', en: 'Source' },
  sourceHint: (year: number) => ({
    'zh-CN': `例如：${year} 年度绩效评价报告第 12 页`,
    en: `such as: evaluation report of ${year}, page 12`,
  }),
  beforeFrozen: {
    'zh-CN': '填写后以所填的为准，本系统的定稿仍列在下面。',
    en: 'What is typed in counts; what was frozen here stays listed below it.',
  },
} satisfies Words;
