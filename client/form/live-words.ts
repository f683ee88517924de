import type { Language } from '../../survey-definitions/text.ts';

/**
 * What the page says after it was served. The server puts one language of it into the page, so that the script
 * contains no words. `{name}` is filled in by `fill`.
 */
const ZH = {
  by: '绩效评价组',
  used: '{count} / {max} 字',
  summary: '还有 {n} 处需要您看一下',
  allFixed: '都补好了，可以提交了',
  required: '第 {n} 题还没有选择',
  unwritten: '第 {n} 题还没有填写',
  'too-few': '第 {n} 题至少要选 {min} 项',
  'too-many': '第 {n} 题最多选 {max} 项，现在选了 {count} 项',
  exclusive: '第 {n} 题选的几项不能同选，请看题目下面的说明',
  'too-long': '第 {n} 题最多写 {max} 字，现在有 {count} 字',
  unclear: '第 {n} 题的答案没有认出来，请重新作答',
  unclearAnswer: '有一处答案没有认出来，请核对后再提交',
  badCode: '请填写正确的访问码',
  spentCode: '这个访问码已经用过，一个码只能交一份答卷。请换一个，或联系发给您访问码的人',
  answered: '已答 {n} / {total} 题',
  ready: '可以提交了',
  submit: '提交',
  sending: '正在提交…',
  proving: '正在提交。这台设备先要做几秒钟的验证计算，请不要关闭页面。',
  waiting: '网络不太通畅，答案还在，会自动再试。',
  tryNow: '现在再试',
  restored: '已接着您上次填到的地方。',
  startOver: '清空重填',
  notKept: '这个浏览器不能暂存答案，请一次填完，先别关闭页面。',
  notTaken: '这次的答卷没有收下，答案仍留在这台设备上。',
  notSent: '还没有送达',
  tryAgain: '再试一次',
  discard: '删除这台设备上的答案',
  thanks: '谢谢，您的答卷已收到',
  alreadyReceived: '这份答卷先前就已收到，没有重复计算。',
  receipt: '回执号',
  receiptNote: '需要核对时报这个号码即可，它不含您的身份信息。',
  mayClose: '现在可以关闭这个页面了。',
  ended: '谢谢您，不用再填了',
  endedText:
    '按您的回答，您不在这次调查的对象范围内，后面的题不用答。已答的部分收到了，现在可以关闭这个页面。',
  another: '还有别人要用这台设备填写？',
  anotherNow: '另填一份新的答卷',
  next: '下一题',
  nextPart: '下一部分',
  back: '上一步',
  begin: '开始答题',
  part: '第 {n} / {total} 部分',
};

export type LiveWords = typeof ZH;

const EN: LiveWords = {
  by: 'Evaluation team',
  used: '{count} / {max} characters',
  summary: 'Please look at these before sending ({n})',
  allFixed: 'All done, ready to send',
  required: 'Question {n}: please choose an answer',
  unwritten: 'Question {n}: please write an answer',
  'too-few': 'Question {n}: please choose at least {min}',
  'too-many': 'Question {n}: please choose at most {max}; you have chosen {count}',
  exclusive:
    'Question {n}: these choices cannot stand together; please see the note under the question',
  'too-long': 'Question {n}: please use at most {max} characters; you have used {count}',
  unclear: 'Question {n}: the answer was not recognised, please answer again',
  unclearAnswer: 'One answer was not recognised, please check and send again',
  badCode: 'Please give a correct access code',
  spentCode:
    'This access code has been used; each is good for one response. Please give another, or ask whoever gave it to you',
  answered: '{n} of {total} answered',
  ready: 'Ready to send',
  submit: 'Send',
  sending: 'Sending…',
  proving:
    'Sending. First this device makes a proof of work, a few seconds; please leave the page open.',
  waiting: 'The network is slow. Your answers are safe; we will try again.',
  tryNow: 'Try now',
  restored: 'Picked up where you left off.',
  startOver: 'Start over',
  notKept:
    'This browser cannot keep your answers. Please finish in one go and leave the page open.',
  notTaken: 'Your answers were not taken this time. They are still on this device.',
  notSent: 'Not sent',
  tryAgain: 'Try again',
  discard: 'Delete my answers from this device',
  thanks: 'Thank you, your answers have arrived',
  alreadyReceived: 'They had arrived before and are counted once.',
  receipt: 'Receipt number',
  receiptNote: 'Quote this number if you want to check. It says nothing about who you are.',
  mayClose: 'You can close this page now.',
  ended: 'Thank you, there is nothing more to answer',
  endedText:
    'Going by your answer, this survey is meant for other people, so the rest is not for you to fill in. What you answered has arrived. You can close this page now.',
  another: 'Does someone else want to answer on this device?',
  anotherNow: 'Fill in a new questionnaire',
  next: 'Next question',
  nextPart: 'Next part',
  back: 'Back',
  begin: 'Begin',
  part: 'Part {n} of {total}',
};

export const LIVE_WORDS: Record<Language, LiveWords> = { 'zh-CN': ZH, en: EN };
