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
  fixed: {
    'zh-CN':
      '部门、所在地和年度不能再改：下列调查已经开放过，这些内容答卷人可能已经读到。需要更正时，另建一个项目。',
    en: 'Department, place and year can no longer be changed: these surveys have been opened, and respondents may have read them. To correct a mistake, create another evaluation.',
  },
} satisfies Words;
