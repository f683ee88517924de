import type { Language } from '../../survey-definitions/text.ts';

/** What the notice of a closed survey says to a device that still holds something; put into the page by the server. */
const ZH = {
  sending: '这台设备上还有一份没有送达的答卷，正在提交…',
  waiting: '这台设备上还有一份没有送达的答卷。网络不太通畅，会自动再试。',
  lateTitle: '您的答卷来晚了，没有收下',
  late: '它送到的时候调查已经结束，不会计入结果。答案仍留在这台设备上。',
  unsent: '您在这台设备上填过、没有提交的答案还在。',
};

export type WaitingWords = typeof ZH;

const EN: WaitingWords = {
  sending: 'This device still holds answers that have not arrived. Sending…',
  waiting:
    'This device still holds answers that have not arrived. The network is slow; we will try again.',
  lateTitle: 'Your answers came too late and were not taken',
  late: 'When they arrived the survey had ended, so they do not count. They are still on this device.',
  unsent: 'Answers that you filled in but never sent are still on this device.',
};

export const WAITING_WORDS: Record<Language, WaitingWords> = { 'zh-CN': ZH, en: EN };
