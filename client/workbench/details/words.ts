import type { Words } from '../translation.ts';

/** What an evaluation’s details say. */
export const detailsWords = {
  what: {
    'zh-CN':
      '部门、所在地和年度会填入问卷文字，项目名称也由部门和年度组成。在调查开放之前都可以修改。',
    en: 'Department, place and year are filled into the questionnaires; department and year also name the evaluation. They can be changed until a survey is opened.',
  },
  changesName: {
    'zh-CN': '保存后项目名称随之改变；以后建立的调查使用新的内容。',
    en: 'Saving changes the evaluation’s name; surveys set up later use what is new.',
  },
  changesTexts: (n: number, surveys: string) => ({
    'zh-CN': `保存后，凡是填入它们的地方都随之改变：项目名称，以及下列 ${surveys} 项调查的标题和问卷文字。`,
    en: `Saving changes every text that holds them: the evaluation’s name, and the title and questions of ${n === 1 ? 'this survey' : `these ${surveys} surveys`}:`,
  }),
  staysSame: {
    'zh-CN': '评价指标体系、已经录入的业绩值和得分不变。',
    en: 'The indicator system, the values entered and the scores stay.',
  },
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  unchanged: { 'zh-CN': '没有改动。', en: 'Nothing was changed.' },
  copyTitle: { 'zh-CN': '复制为新项目', en: 'Copy into a new evaluation' },
  copyTakes: (surveys: string) => ({
    'zh-CN': `带走：评价指标体系、委托与评价的资料、基础数据的项目和单位、${surveys} 项调查（问卷、计划、调查点、访问方式），都成为未开放的草稿。`,
    en: `Goes along: the indicator system, who commissions and evaluates, names and units of the base data, and ${surveys} surveys with questionnaire, plan, collection points and access, as drafts.`,
  }),
  copyLeaves: {
    'zh-CN':
      '留下：答卷、访问码、得分、基础数据的数值、起止时间，以及报告编号、评价基准日和评价时段。',
    en: 'Stays behind: responses, access codes, scores, amounts of the base data, times, and report number, base date and period.',
  },
  copyAsk: { 'zh-CN': '复制…', en: 'Copy …' },
  copy: { 'zh-CN': '复制', en: 'Copy' },
  archiveTitle: { 'zh-CN': '归档', en: 'Archive' },
  archiveMeans: {
    'zh-CN':
      '归档后项目不再列出，照样可以查看和复制，不能修改；随时可以取消归档。调查都结束后才能归档。',
    en: 'An archived evaluation is no longer listed. It can be read and copied, not changed, and taken out again at any time. Its surveys have to be closed first.',
  },
  archivedMeans: {
    'zh-CN': '项目已归档：可以查看和复制，除答卷的保存期限外不能修改。取消归档后恢复列出。',
    en: 'This evaluation is archived: it can be read and copied, and but for how long answers are kept not changed. Taken out, it is listed again.',
  },
  archive: { 'zh-CN': '归档', en: 'Archive it' },
  unarchive: { 'zh-CN': '取消归档', en: 'Take it out of the archive' },
  deleteTitleShort: { 'zh-CN': '删除', en: 'Delete' },
  deleteByAdmin: {
    'zh-CN': '只有管理员能删除整个项目。',
    en: 'Only an admin can delete an evaluation.',
  },
  deleteWhat: {
    'zh-CN': '连同所有调查、答卷和得分一起删除，不能恢复。',
    en: 'With all its surveys, responses and scores, for good.',
  },
  delete: { 'zh-CN': '删除项目', en: 'Delete the evaluation' },
  deleteTitle: (department: string, year: number) => ({
    'zh-CN': `删除“${department} ${year} 年度”？`,
    en: `Delete “${department} ${year}”?`,
  }),
  deleteYes: { 'zh-CN': '删除这些内容', en: 'Delete all of this' },
  typeName: (department: string) => ({
    'zh-CN': `请输入“${department}”以确认`,
    en: `Type “${department}” to confirm`,
  }),
  fixed: {
    'zh-CN':
      '部门、所在地和年度不能再改：下列调查已经开放过，这些内容答卷人可能已经读到。需要更正时，另建一个项目。',
    en: 'Department, place and year can no longer be changed: these surveys have been opened, and respondents may have read them. To correct a mistake, create another evaluation.',
  },
} satisfies Words;
