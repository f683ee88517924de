import type { Words } from './translation.ts';

/** What the frame around every screen says. */
export const shellWords = {
  skip: { 'zh-CN': '跳到正文', en: 'Skip to content' },
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
} satisfies Words;
