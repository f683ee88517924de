import { count } from '../format.ts';
import type { Words } from '../translation.ts';

/** What the single responses say, and what was found about each. */
export const responsesWords = {
  title: { 'zh-CN': '答卷', en: 'Responses' },
  back: (group: string) => ({ 'zh-CN': `${group}的结果`, en: `${group}: results` }),
  none: { 'zh-CN': '没有这样的答卷', en: 'No such responses' },
  noneHint: { 'zh-CN': '放宽筛选条件再看。', en: 'Loosen the filter and look again.' },
  noneAtAll: { 'zh-CN': '还没有收到答卷', en: 'No responses yet' },
  noneAtAllHint: {
    'zh-CN': '收到的答卷会列在这里，最新的在前。',
    en: 'Responses will be listed here as they come in, the newest first.',
  },
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
  allOf: (total: number, shown: number) =>
    shown < total
      ? {
          'zh-CN': `共 ${count(total)} 份，已显示 ${count(shown)} 份`,
          en: `${count(total)} responses, ${count(shown)} shown`,
        }
      : {
          'zh-CN': `共 ${count(total)} 份`,
          en: total === 1 ? '1 response' : `${count(total)} responses`,
        },
  newer: (n: number) => ({
    'zh-CN': `新收到 ${count(n)} 份，点此显示`,
    en: n === 1 ? 'Show 1 new response' : `Show ${count(n)} new responses`,
  }),
  receipt: { 'zh-CN': '回执号', en: 'Receipt number' },
  find: { 'zh-CN': '查找', en: 'Find' },
  noSuchReceipt: (typed: string) => ({
    'zh-CN': `本调查没有回执号为“${typed}”的答卷，请再核对一遍。`,
    en: `This survey has no response with the receipt number “${typed}”. Please check it once more.`,
  }),
  onlyReceipt: (typed: string) => ({
    'zh-CN': `只看回执号为“${typed}”的答卷。`,
    en: `Only responses with the receipt number “${typed}”.`,
  }),
  anyReceipt: { 'zh-CN': '不限回执号', en: 'Any receipt number' },
  duration: { 'zh-CN': '用时', en: 'Duration' },
  seconds: (n: number) => ({ 'zh-CN': inWords(n, ZH), en: inWords(n, EN) }),
  startedAt: { 'zh-CN': '开始时间', en: 'Started' },
  steps: { 'zh-CN': '逐份查看', en: 'One by one' },
  toList: { 'zh-CN': '回到列表', en: 'Back to the list' },
  previous: { 'zh-CN': '上一份', en: 'Previous' },
  next: { 'zh-CN': '下一份', en: 'Next' },
  chosen: { 'zh-CN': '（已选）', en: '(chosen)' },
  notAsked: { 'zh-CN': '按前面的回答，未问此题', en: 'not asked, by an earlier answer' },
  doubleMarked: { 'zh-CN': '选了不止一项', en: 'more than one mark' },
  noOption: (answer: string) => ({
    'zh-CN': `“${answer}”不在选项中`,
    en: `“${answer}” is no option`,
  }),
  all: { 'zh-CN': '全部', en: 'All' },
  doubt: {
    name: { 'zh-CN': '疑点', en: 'Flags' },
    any: { 'zh-CN': '不限疑点', en: 'Flagged or not' },
    flagged: { 'zh-CN': '有疑点', en: 'With a flag' },
    unflagged: { 'zh-CN': '没有疑点', en: 'Without a flag' },
    'too-fast': { 'zh-CN': '答得太快', en: 'Too fast' },
    'straight-line': { 'zh-CN': '全部选同一项', en: 'All the same' },
    'same-device': { 'zh-CN': '同一设备', en: 'Same device' },
  },
  overruled: {
    name: { 'zh-CN': '改判', en: 'Overruled' },
    any: { 'zh-CN': '不限改判', en: 'Overruled or not' },
    yes: { 'zh-CN': '已改判', en: 'Overruled' },
    no: { 'zh-CN': '未改判', en: 'By the rules' },
  },
  why: {
    name: { 'zh-CN': '原因', en: 'Reason' },
    any: { 'zh-CN': '不限原因', en: 'Any reason' },
    'screened-out': { 'zh-CN': '不属于调查对象', en: 'Screened out' },
    'quota-full': { 'zh-CN': '配额已满', en: 'Quota full' },
    'section-not-filled': { 'zh-CN': '整部分未填', en: 'Section not filled in' },
    'item-skipped': { 'zh-CN': '漏答', en: 'Item skipped' },
    'double-mark': { 'zh-CN': '选了两项', en: 'Two marks' },
    repeat: { 'zh-CN': '重复提交', en: 'Handed in again' },
    contradiction: { 'zh-CN': '前后矛盾', en: 'Contradiction' },
    'unknown-answer': { 'zh-CN': '答案不在选项中', en: 'Answer is no option' },
  },
  anyAnswer: { 'zh-CN': '不限答案', en: 'Any answer' },
  answered: (item: string, option: string) => ({
    'zh-CN': `只看“${item}”选“${option}”的答卷。`,
    en: `Only responses that answer “${item}” with “${option}”.`,
  }),
  answeredAtAll: (item: string) => ({
    'zh-CN': `只看答了“${item}”的答卷。`,
    en: `Only responses that answer “${item}”.`,
  }),
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
    quotaFull: (item: string) => ({
      'zh-CN': `按“${item}”的回答，这一类人已经够数`,
      en: `by the answer to “${item}”, enough of that kind had answered`,
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

const ZH = ['小时', '分', '秒', ''] as const;
const EN = ['h', 'min', 's', ' '] as const;

/** How long: the two largest parts that are not nothing. */
function inWords(seconds: number, [h, min, s, between]: readonly [string, string, string, string]) {
  const parts = [
    [Math.floor(seconds / 3600), h],
    [Math.floor((seconds % 3600) / 60), min],
    [seconds % 60, s],
  ] as const;
  const said = parts.filter(([n]) => n > 0).slice(0, 2);
  return (said.length > 0 ? said : [[0, s] as const])
    .map(([n, unit]) => `${n}\u00a0${unit}`)
    .join(between || '\u00a0');
}
