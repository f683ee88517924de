import type { Words } from '../translation.ts';

/** What questionnaires, their validity rules and a new survey say. */
export const questionnairesWords = {
  samplings: {
    probability: { 'zh-CN': '概率抽样', en: 'Probability sample' },
    census: { 'zh-CN': '全面调查', en: 'Census' },
    'opt-in': { 'zh-CN': '自愿参加', en: 'Opt-in' },
  },
  title: { 'zh-CN': '问卷', en: 'Questionnaires' },
  what: {
    'zh-CN':
      '一份问卷可以用于任何部门：部门、所在地和年度在发放时填入。问卷发放后不再改动，修订另立新版。',
    en: 'One questionnaire serves any department: department, place and year are filled in when it is handed out. It never changes afterwards; a revision is a new version.',
  },
  chooseOne: {
    'zh-CN': '本项目还没有调查。请选一份问卷，写明计划发放数，建立调查。',
    en: 'This evaluation has no survey yet. Choose a questionnaire and set up a survey with the number you plan to hand out.',
  },
  none: { 'zh-CN': '还没有问卷', en: 'No questionnaires yet' },
  noneHint: {
    'zh-CN': '问卷以 JSON 文件定义，通过接口 POST /api/questionnaires 登记后在这里出现。',
    en: 'Questionnaires are defined as JSON and appear here once posted to POST /api/questionnaires.',
  },
  here: { 'zh-CN': '本项目的调查', en: 'Surveys of this evaluation' },
  action: { 'zh-CN': '操作', en: 'Action' },
  version: (version: number) => ({ 'zh-CN': `第 ${version} 版`, en: `Version ${version}` }),
  notUsed: { 'zh-CN': '未使用', en: 'Not used' },
  newSurvey: { 'zh-CN': '建立调查', en: 'Set up a survey' },
  optional: { 'zh-CN': '选填', en: 'optional' },
  reference: { 'zh-CN': '出处：', en: 'Source:' },
  referenceElsewhere: { 'zh-CN': '出处（只有英文）', en: 'Source (in Chinese only)' },
  openText: (most: number) => ({
    'zh-CN': `文字，最多 ${most} 字`,
    en: `Text, up to ${most} characters`,
  }),
  validity: {
    title: { 'zh-CN': '有效性规则', en: 'Validity rules' },
    invalidates: { 'zh-CN': '有下列情形之一的答卷无效：', en: 'A response is invalid where' },
    flags: {
      'zh-CN': '下列情形只作为疑点提示，不影响有效性：',
      en: 'A doubt is raised, which alone never invalidates, where',
    },
    completeSection: (section: string) => ({
      'zh-CN': `“${section}”没有全部作答`,
      en: `“${section}” is not filled in completely`,
    }),
    noDoubleMark: { 'zh-CN': '单选题选了两个以上选项', en: 'an item for one answer has two marks' },
    oneReturn: { 'zh-CN': '同一份问卷重复提交', en: 'the same questionnaire was handed in again' },
    minimumDuration: (seconds: number) => ({
      'zh-CN': `作答时间不足 ${seconds} 秒`,
      en: `answering took less than ${seconds} seconds`,
    }),
    straightLine: (section: string) => ({
      'zh-CN': `“${section}”各题全部选同一个选项`,
      en: `every answer in “${section}” is the same`,
    }),
  },
  newSurveyForm: {
    title: { 'zh-CN': '建立调查', en: 'Set up a survey' },
    total: { 'zh-CN': '计划发放数', en: 'Planned' },
    ofThem: (channel: string) => ({
      'zh-CN': `其中${channel}`,
      en: `of them: ${channel.toLowerCase()}`,
    }),
    phase: { 'zh-CN': '阶段', en: 'Phase' },
    phaseHint: {
      formal: { 'zh-CN': '结果进入评分。', en: 'Its results are scored.' },
      pilot: {
        'zh-CN': '只用来检验问卷，结果不进入评分。',
        en: 'Only tests the questionnaire; its results are never scored.',
      },
    },
    opensAt: { 'zh-CN': '开始时间', en: 'Opens at' },
    closesAt: { 'zh-CN': '结束时间', en: 'Closes at' },
    mayStayEmpty: { 'zh-CN': '选填', en: 'optional' },
    timeHint: {
      'zh-CN': '选填，例如 2026-11-21 23:59',
      en: 'optional, such as 2026-11-21 23:59',
    },
    closesFirst: {
      'zh-CN': '结束时间应晚于开始时间。',
      en: 'The end must come after the beginning.',
    },
    moreThanTotal: (sum: number, total: number) => ({
      'zh-CN': `各渠道合计 ${sum} 份，多于计划发放数 ${total} 份。`,
      en: `The channels make ${sum}, more than the ${total} planned.`,
    }),
    population: { 'zh-CN': '总体人数', en: 'Population' },
    sampling: { 'zh-CN': '抽样方式', en: 'Sampling' },
    yes: { 'zh-CN': '建立调查', en: 'Set up the survey' },
    notYetOpen: {
      'zh-CN': '建立后先不开放，检查无误再开放。',
      en: 'It does not open yet: check it first.',
    },
  },
  protection: {
    access: { 'zh-CN': '作答方式', en: 'Who can answer' },
    proofOfWork: {
      'zh-CN': '提交前要求浏览器完成验证计算',
      en: 'Ask the browser for a proof of work first',
    },
    proofOfWorkHint: {
      'zh-CN':
        '让脚本批量提交变慢，对一般人几乎没有影响；但不启用 JavaScript 的浏览器将无法提交。链接公开张贴、担心刷票时再选。',
      en: 'Slows scripts down and hardly anybody else, but a browser without JavaScript cannot send. For links that are posted in public.',
    },
  },
} satisfies Words;
