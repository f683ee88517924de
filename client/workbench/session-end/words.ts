import type { Words } from '../translation.ts';

/** What is said before a session ends. */
export const sessionEndWords = {
  title: { 'zh-CN': '登录即将结束', en: 'The session is about to end' },
  /** Before the time that is left, and after it, by what it is that ends the session. */
  endsIn: { 'zh-CN': '登录将在 ', en: 'The session ends in ' },
  byIdling: {
    'zh-CN': ' 后结束，因为长时间没有操作。录入的内容不会丢失。',
    en: ', since nothing was done for long. Nothing that was typed is lost.',
  },
  byAge: {
    'zh-CN':
      ' 后结束：一次登录最长 12 小时，之后需要再次登录。录入的内容不会丢失，能保存的请先保存。',
    en: ': it lasts twelve hours at most, then please sign in again. Nothing that was typed is lost; save what can be saved.',
  },
  stay: { 'zh-CN': '继续', en: 'Stay signed in' },
  understood: { 'zh-CN': '知道了', en: 'Understood' },
  kept: { 'zh-CN': '登录继续有效。', en: 'Still signed in.' },
} satisfies Words;
