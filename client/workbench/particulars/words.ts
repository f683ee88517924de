import type { Words } from '../translation.ts';

/** What an evaluation’s particulars are called, and their form says. */
export const particularsWords = {
  title: { 'zh-CN': '委托与评价', en: 'Who commissions and evaluates' },
  what: {
    'zh-CN': '全部选填，随时可以修改；写了的才显示在页面和报告里。',
    en: 'All of it is optional and can be changed at any time; screens and the report show what is there.',
  },
  read: {
    'zh-CN': '答卷人会在问卷上读到这一项。',
    en: 'Respondents read this on the form.',
  },
  contactHint: {
    'zh-CN': '联系人和电话。答卷人会读到，点号码即可拨打。',
    en: 'A name and a telephone number. Respondents read it, and dial with a tap.',
  },
  baseDateHint: { 'zh-CN': '例如 2025-12-31。', en: 'Such as 2025-12-31.' },
  consequence: {
    'zh-CN':
      '保存后，已经开放的问卷也立即改用新的委托单位、评价机构和联系方式；收到的答卷、结果和得分不变。',
    en: 'Once saved, forms that are already open name the new commissioning body, evaluating body and contact at once; responses, results and scores stay.',
  },
  preview: (title: string) => ({
    'zh-CN': `看答卷人读到的页面：${title}`,
    en: `See what respondents read: ${title}`,
  }),
  nth: (n: number) => ({ 'zh-CN': `第 ${n} 人`, en: `Person ${n}` }),
  add: { 'zh-CN': '添加成员', en: 'Add a person' },
  remove: (n: number) => ({ 'zh-CN': `移去第 ${n} 人`, en: `Remove person ${n}` }),
  nameless: {
    'zh-CN': '请填写姓名，或移去这一行。',
    en: 'Please give a name, or remove this line.',
  },
  noDay: {
    'zh-CN': '请填写日期，例如 2025-12-31。',
    en: 'Please give a date, such as 2025-12-31.',
  },
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  optional: {
    'zh-CN': '委托单位、评价机构、联系方式等（选填，以后也可以填）',
    en: 'Commissioning body, evaluating body, contact … (optional, now or later)',
  },
} satisfies Words;
