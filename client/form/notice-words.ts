import type { SurveyState } from '../../survey-definitions/survey.ts';
import type { Language } from '../../survey-definitions/text.ts';

/** Why a page holds no form. */
export type NoticeKind =
  | Exclude<SurveyState, 'open'>
  | 'unknown'
  | 'point-unknown'
  | 'point-closed'
  | 'conflict'
  | 'too-large'
  | 'needs-script'
  | 'starting'
  | 'elsewhere'
  | 'error';

interface NoticeWords {
  title: string;
  text: string;
  /** In a link to the survey's form, of no collection point. */
  way?: string;
}

/** Rendered by the server only; the script never needs these. */
export const NOTICES: Record<Language, Record<NoticeKind, NoticeWords>> = {
  'zh-CN': {
    draft: { title: '问卷还没有开放', text: '问卷还在准备中，请等通知后再打开这个链接。' },
    'not-yet': { title: '调查还没有开始', text: '开始以后，用同一个链接就能填写。' },
    closed: { title: '调查已经结束', text: '这份问卷不再接收答卷。谢谢您愿意参加。' },
    unknown: { title: '没有找到这份问卷', text: '链接可能不完整。请重新扫码，或核对收到的链接。' },
    'point-unknown': {
      title: '没有找到这个调查点',
      text: '链接可能不完整，或者抄错了。请重新扫码，或核对收到的链接。',
      way: '没有别的链接？也可以直接填写，不计入任何调查点',
    },
    'point-closed': {
      title: '这个调查点已经结束',
      text: '“{point}”不再接收答卷，谢谢您愿意参加。如果您还有这次调查的其他链接或二维码，仍可以用。',
    },
    conflict: {
      title: '这份答卷先前已经收到',
      text: '先前收到的内容与这次不同，以先前的为准，不需要再提交。',
    },
    'too-large': {
      title: '内容太长，没有收下',
      text: '请返回上一页，缩短文字意见后再提交。',
    },
    'needs-script': {
      title: '请换一个浏览器提交',
      text: '这项调查要先由浏览器完成一次验证计算，需要启用 JavaScript。请启用后，或用手机上的微信、浏览器重新打开链接填写。',
    },
    starting: {
      title: '系统正在启动',
      text: '请稍等几秒，再刷新这个页面。如果刚才提交了答卷，刷新时会一并重新提交。',
    },
    elsewhere: {
      title: '没有收下这次提交',
      text: '它来自别的网站，不是这份问卷的页面。如果您要参加调查，请扫码或打开收到的链接填写。',
    },
    error: { title: '暂时没有成功', text: '不是您的问题。请返回上一页，稍等片刻再试一次。' },
  },
  en: {
    draft: {
      title: 'This questionnaire is not open yet',
      text: 'It is still being prepared. Please come back when you are told it has opened.',
    },
    'not-yet': {
      title: 'The survey has not started yet',
      text: 'The same link will work once it has.',
    },
    closed: {
      title: 'The survey has ended',
      text: 'It no longer takes answers. Thank you for wanting to take part.',
    },
    unknown: {
      title: 'This questionnaire was not found',
      text: 'The link may be incomplete. Please scan the code again or check the link.',
    },
    'point-unknown': {
      title: 'This collection point was not found',
      text: 'The link may be incomplete or miscopied. Please scan the code again or check the link.',
      way: 'No other link? You can answer without a collection point',
    },
    'point-closed': {
      title: 'This collection point has closed',
      text: '“{point}” takes no more answers. Thank you for wanting to take part. If you have another link or code for this survey, it still works.',
    },
    conflict: {
      title: 'Your answers had already arrived',
      text: 'They differ from what you sent now; what arrived first counts. There is nothing more to do.',
    },
    'too-large': {
      title: 'Too long to be taken',
      text: 'Please go back, shorten your comments and send again.',
    },
    'needs-script': {
      title: 'Please send it from another browser',
      text: 'This survey asks the browser for a proof of work first, which needs JavaScript. Please turn it on, or open the link again in the browser of your phone.',
    },
    starting: {
      title: 'The system is starting',
      text: 'Please wait a few seconds and reload this page. If you had just sent your answers, reloading sends them again.',
    },
    elsewhere: {
      title: 'This was not taken',
      text: 'It came from another site and not from the page of this questionnaire. If you want to take part, please scan the code or open the link you were given.',
    },
    error: {
      title: 'That did not work just now',
      text: 'It is not your fault. Please go back, wait a moment and try again.',
    },
  },
};

/** What is said instead where a survey's period decides; `{time}` is Beijing's, to the minute. */
export const TIMED: Record<Language, Partial<Record<NoticeKind, string>>> = {
  'zh-CN': {
    'not-yet': '调查从 {time}（北京时间）开始，到时用同一个链接就能填写。',
    closed: '调查已于 {time}（北京时间）结束，不再接收答卷。谢谢您愿意参加。',
  },
  en: {
    'not-yet': 'It starts at {time} Beijing time; the same link will work then.',
    closed:
      'It ended at {time} Beijing time and takes no more answers. Thank you for wanting to take part.',
  },
};

/** Why the form comes back with everything that was filled in, though nothing in it is wrong. */
export type AgainKind = 'busy' | 'needs-script' | 'no-point';

export const AGAIN: Record<Language, Record<AgainKind, NoticeWords>> = {
  'zh-CN': {
    busy: {
      title: '暂时没有成功',
      text: '不是您的问题，填好的答案都还在下面。请稍等片刻，再点一次“提交”。',
    },
    'needs-script': NOTICES['zh-CN']['needs-script'],
    'no-point': {
      title: '这个调查点已经取消',
      text: '填好的答案都还在下面。再点一次“提交”就能收下，只是不计入任何调查点。',
    },
  },
  en: {
    busy: {
      title: 'That did not work just now',
      text: 'It is not your fault, and everything you filled in is still here. Please wait a moment and send again.',
    },
    'needs-script': NOTICES.en['needs-script'],
    'no-point': {
      title: 'This collection point is gone',
      text: 'Everything you filled in is still here. Send it once more and it will be taken, only without a collection point.',
    },
  },
};

/** What the notice of a closed survey says on a device that still holds answers; put into the page by the server. */
const CLOSED_ZH = {
  sending: '这台设备上还有一份没有送达的答卷，正在提交…',
  waiting: '这台设备上还有一份没有送达的答卷。网络不太通畅，会自动再试。',
  lateTitle: '您的答卷来晚了，没有收下',
  late: '它送到的时候调查已经结束，不会计入结果。答案仍留在这台设备上。',
  unsent: '您在这台设备上填过、没有提交的答案还在。',
};

export type ClosedWords = typeof CLOSED_ZH;

const CLOSED_EN: ClosedWords = {
  sending: 'This device still holds answers that have not arrived. Sending…',
  waiting:
    'This device still holds answers that have not arrived. The network is slow; we will try again.',
  lateTitle: 'Your answers came too late and were not taken',
  late: 'When they arrived the survey had ended, so they do not count. They are still on this device.',
  unsent: 'Answers that you filled in but never sent are still on this device.',
};

export const CLOSED_WORDS: Record<Language, ClosedWords> = { 'zh-CN': CLOSED_ZH, en: CLOSED_EN };
