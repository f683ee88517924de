import type { Words } from '../translation.ts';

/** What questionnaires, their validity rules and a new survey say. */
export const questionnairesWords = {
  title: { 'zh-CN': '问卷', en: 'Questionnaires' },
  what: {
    'zh-CN':
      '一份问卷可以用于任何部门：部门、所在地和年度在发放时填入。问卷发放后不再改动，修订另立新版。',
    en: 'One questionnaire serves any department: department, place and year are filled in when it is handed out. It never changes afterwards; a revision is a new version.',
  },
  whatToRead: {
    'zh-CN': '本项目使用的问卷。部门、所在地和年度在发放时填入。',
    en: 'The questionnaires used here. Department, place and year are filled in when they are handed out.',
  },
  noneUsed: { 'zh-CN': '还没有使用问卷', en: 'No questionnaire is used yet' },
  noneUsedHint: {
    'zh-CN': '评价人员建立调查后，使用的问卷在这里列出。',
    en: 'Once the evaluators have set up a survey, its questionnaire is listed here.',
  },
  chooseOne: {
    'zh-CN': '本项目还没有调查。请选一份问卷，写明计划发放数，建立调查。',
    en: 'This evaluation has no survey yet. Choose a questionnaire and set up a survey with the number you plan to hand out.',
  },
  none: { 'zh-CN': '还没有问卷', en: 'No questionnaires yet' },
  noneHint: {
    'zh-CN': '问卷是 JSON 文件，上传发布后在这里出现。',
    en: 'Questionnaires are JSON files and appear here once they are uploaded and published.',
  },
  here: { 'zh-CN': '本项目的调查', en: 'Surveys of this evaluation' },
  action: { 'zh-CN': '操作', en: 'Action' },
  version: (version: number) => ({ 'zh-CN': `第 ${version} 版`, en: `Version ${version}` }),
  notUsed: { 'zh-CN': '未使用', en: 'Not used' },
  definitions: { 'zh-CN': '管理问卷', en: 'Manage questionnaires' },
  newSurvey: { 'zh-CN': '建立调查', en: 'Set up a survey' },
  preview: {
    action: { 'zh-CN': '预览', en: 'Preview' },
    title: { 'zh-CN': '预览', en: 'Preview' },
    what: {
      'zh-CN': '与手机上看到的一样，填入了本项目的名称。可以试着作答，不会保存任何内容。',
      en: 'As a phone shows it, with this evaluation’s names. Try answering: nothing is stored.',
    },
    language: { 'zh-CN': '语言', en: 'Language' },
    chinese: { 'zh-CN': '中文', en: 'Chinese' },
    english: { 'zh-CN': '英文', en: 'English' },
    print: { 'zh-CN': '字号', en: 'Print' },
    usual: { 'zh-CN': '普通版', en: 'Usual' },
    elder: { 'zh-CN': '适老版', en: 'Large print' },
    again: { 'zh-CN': '重新开始', en: 'Begin again' },
    alone: { 'zh-CN': '单独打开', en: 'Open by itself' },
    frame: (title: string) => ({ 'zh-CN': `预览：${title}`, en: `Preview: ${title}` }),
  },
  newSurveyForm: {
    title: { 'zh-CN': '建立调查', en: 'Set up a survey' },
    yes: { 'zh-CN': '建立调查', en: 'Set up the survey' },
    notYetOpen: {
      'zh-CN': '建立后先不开放，检查无误再开放。',
      en: 'It does not open yet: check it first.',
    },
  },
} satisfies Words;
