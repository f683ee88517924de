import { count } from '../format.ts';
import type { Words } from '../translation.ts';

/** What the single responses say, and what was found about each. */
export const responsesWords = {
  title: { 'zh-CN': '答卷', en: 'Responses' },
  back: (group: string) => ({ 'zh-CN': `${group}的结果`, en: `${group}: results` }),
  none: { 'zh-CN': '没有这样的答卷', en: 'No such responses' },
  noneHint: { 'zh-CN': '放宽筛选条件再看。', en: 'Loosen the filter and look again.' },
  noneYet: {
    'zh-CN': '前面查过的答卷里没有，可以继续查找。',
    en: 'None among those looked through so far; there are more.',
  },
  allShown: (n: number) => ({
    'zh-CN': `共 ${count(n)} 份`,
    en: n === 1 ? '1 response' : `${count(n)} responses`,
  }),
  someShown: (n: number) => ({
    'zh-CN': `已显示 ${count(n)} 份，还有更多`,
    en: `${count(n)} shown; there are more`,
  }),
  all: { 'zh-CN': '全部', en: 'All' },
  flaggedOnly: { 'zh-CN': '只看有疑点的', en: 'Only those with a flag' },
  anyAnswer: { 'zh-CN': '不限答案', en: 'Any answer' },
  answered: (item: string, option: string) => ({
    'zh-CN': `只看“${item}”选“${option}”的答卷。`,
    en: `Only responses that answer “${item}” with “${option}”.`,
  }),
  answeredAtAll: (item: string) => ({
    'zh-CN': `只看答了“${item}”的答卷。`,
    en: `Only responses that answer “${item}”.`,
  }),
  response: { 'zh-CN': '答卷', en: 'Response' },
  receivedAt: { 'zh-CN': '收到时间', en: 'Received' },
  endedHere: { 'zh-CN': '问卷到此结束。', en: 'The questionnaire ended here.' },
  notAnswered: { 'zh-CN': '未作答', en: 'not answered' },
  reasons: {
    sectionNotFilled: (section: string) => ({
      'zh-CN': `“${section}”没有填写`,
      en: `“${section}” not filled in`,
    }),
    itemSkipped: (item: string) => ({ 'zh-CN': `“${item}”漏答`, en: `“${item}” skipped` }),
    doubleMark: (item: string) => ({ 'zh-CN': `“${item}”选了两项`, en: `“${item}” has two marks` }),
    unknownAnswer: (item: string) => ({
      'zh-CN': `“${item}”的答案不在选项中`,
      en: `“${item}” has an answer that is no option`,
    }),
    screenedOut: (item: string) => ({
      'zh-CN': `按“${item}”的回答，不属于本次调查对象`,
      en: `by the answer to “${item}”, not of the respondent group`,
    }),
    repeat: { 'zh-CN': '重复提交', en: 'handed in again' },
  },
  flags: {
    tooFast: (seconds: number) => ({
      'zh-CN': `疑点：${seconds} 秒答完`,
      en: `Flag: answered in ${seconds} s`,
    }),
    straightLine: (section: string) => ({
      'zh-CN': `疑点：“${section}”全部选同一项`,
      en: `Flag: all answers in “${section}” the same`,
    }),
    sameDevice: {
      'zh-CN': '疑点：这台设备先前答过本调查',
      en: 'Flag: this device answered the survey before',
    },
  },
} satisfies Words;
