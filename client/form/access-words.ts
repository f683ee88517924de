import type { Language } from '../../survey-definitions/text.ts';

/** Rendered by the server only. */
export const ACCESS_WORDS: Record<Language, { code: string; help: string; needsScript: string }> = {
  'zh-CN': {
    code: '访问码',
    help: '您收到的 26 位编码，只能用一次，不记录是谁用的。大小写和连字符不影响。',
    needsScript:
      '提交这份问卷要先由浏览器完成一次验证计算，需要启用 JavaScript。请启用后再填，或用手机上的微信、浏览器打开。',
  },
  en: {
    code: 'Access code',
    help: 'The 26 characters you were given: good for one response, and nobody keeps who used them. Small letters and hyphens do not matter.',
    needsScript:
      'Before it is sent, this questionnaire asks the browser for a proof of work, which needs JavaScript. Please turn it on, or open the link in the browser of your phone.',
  },
};
