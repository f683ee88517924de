import type { Words } from '../translation.ts';

/** What the frame of an evaluation says: its name, and the rail of stops. */
export const evaluationWords = {
  name: (department: string, year: number) => ({
    'zh-CN': `${department} ${year} 年度整体支出绩效评价`,
    en: `${department}: whole-department expenditure, ${year}`,
  }),
  archived: {
    'zh-CN': '项目已归档，除答卷的保存期限外只能查看。',
    en: 'This evaluation is archived: it can be read, and but for how long answers are kept not changed.',
  },
  archivedForReaders: {
    'zh-CN': '项目已归档，只能查看。',
    en: 'This evaluation is archived: it can be read and not changed.',
  },
  toArchive: { 'zh-CN': '取消归档', en: 'Take it out of the archive' },
  title: { 'zh-CN': '从问卷到报告', en: 'From questionnaire to report' },
  titleShort: { 'zh-CN': '从问卷到回收', en: 'From questionnaire to returns' },
  later: { 'zh-CN': '稍后提供', en: 'later' },
  valid: { 'zh-CN': '有效', en: 'valid' },
  surveys: (n: number) => ({ 'zh-CN': '项调查', en: n === 1 ? 'survey' : 'surveys' }),
  noSurveys: { 'zh-CN': '尚无调查', en: 'none yet' },
  nothing: { 'zh-CN': '暂无', en: 'none yet' },
} satisfies Words;
