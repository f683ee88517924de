import type { Language } from '../../survey-definitions/text.ts';
import { LIVE_WORDS, type LiveWords } from './live-words.ts';

/** What the respondent's page says itself when it is served. `{name}` is filled in by `fill`. */
const ZH = {
  otherLanguage: 'English',
  minutes: '约 {n} 分钟',
  items: '{n} 题',
  itemsAtMost: '最多 {n} 题',
  privacy: '不记姓名，只用于满意度评价',
  whoLabel: '谁在问',
  who: '对{department}做绩效评价的评价组。',
  whoUnnamed: '做这次绩效评价的评价组。',
  whyLabel: '做什么用',
  why: '所有答卷合在一起计算满意度，作为评价打分的依据。',
  keptLabel: '留下什么',
  kept: '只有您的选择、意见和填写时间；不记姓名、电话和网络地址。写意见时请不要留个人信息。',
  optional: '选填',
  anyNumber: '可多选',
  atMost: '可多选，最多 {max} 项',
  atLeast: '可多选，至少 {min} 项',
  between: '请选 {min} 至 {max} 项',
  exactly: '请选 {max} 项',
  alone: '选{options}就不再选其他项',
  grades: '下面共有 {n} 个选项，请看完再选',
  onlyIf: '只在第 {n} 题选{options}时回答',
  quoted: '“{text}”',
  or: '或',
  length: '最多 {max} 字',
  errorPrefix: '错误：',
  colophon: '问卷编号 {code} · 第 {version} 版',
  clear: '取消选择',
  toElder: '适老版',
  toStandard: '标准版',
  accessCode: '访问码',
  accessCodeHelp: '您收到的 26 位编码，只能用一次，不记录是谁用的。大小写和连字符不影响。',
  needsScript:
    '提交这份问卷要先由浏览器完成一次验证计算，需要启用 JavaScript。请启用后再填，或用手机上的微信、浏览器打开。',
  longLabel: '留多久',
  long: '同这次评价的档案一起保存，档案删除时一并删除。提交前，答案只暂存在这台设备上；送达后清除，只留回执号和“已答过”的标记。',
};

export type FormWords = typeof ZH & LiveWords;

const EN: typeof ZH = {
  otherLanguage: '中文',
  minutes: 'About {n} min',
  items: '{n} questions',
  itemsAtMost: 'Up to {n} questions',
  privacy: 'No name is kept; used only to measure satisfaction',
  whoLabel: 'Who asks',
  who: 'The team that evaluates the performance of {department}.',
  whoUnnamed: 'The team that carries out the performance evaluation.',
  whyLabel: 'What for',
  why: 'All answers are counted together to measure satisfaction, which feeds the evaluation.',
  keptLabel: 'What is kept',
  kept: 'Only your choices, your comments and the time: no name, phone number or network address. Please leave personal details out of your comments.',
  optional: 'Optional',
  anyNumber: 'Choose any that apply',
  atMost: 'Choose up to {max}',
  atLeast: 'Choose at least {min}',
  between: 'Choose {min} to {max}',
  exactly: 'Choose {max}',
  alone: 'Nothing else goes with {options}',
  grades: '{n} answers below; please look at all of them',
  onlyIf: 'Only if you chose {options} in question {n}',
  quoted: '“{text}”',
  or: ' or ',
  length: 'At most {max} characters',
  errorPrefix: 'Error: ',
  colophon: 'Questionnaire {code} · version {version}',
  clear: 'Clear my choice',
  toElder: 'Large print',
  toStandard: 'Standard',
  accessCode: 'Access code',
  accessCodeHelp:
    'The 26 characters you were given: good for one response, and nobody keeps who used them. Small letters and hyphens do not matter.',
  needsScript:
    'Before it is sent, this questionnaire asks the browser for a proof of work, which needs JavaScript. Please turn it on, or open the link in the browser of your phone.',
  longLabel: 'How long',
  long: 'As long as the file of this evaluation; deleted together with it. Before you send, answers rest on this device only; once they have arrived they are cleared from it, and only the receipt number and a mark that it has answered stay.',
};

export const FORM_WORDS: Record<Language, FormWords> = {
  'zh-CN': { ...ZH, ...LIVE_WORDS['zh-CN'] },
  en: { ...EN, ...LIVE_WORDS.en },
};
