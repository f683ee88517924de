import type { Words } from './translation.ts';

/** What the frame around every screen says. */
export const shellWords = {
  skip: { 'zh-CN': '跳到正文', en: 'Skip to content' },
  account: (username: string) => ({
    'zh-CN': `${username}：我的账号`,
    en: `${username}: my account`,
  }),
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
  accounts: { 'zh-CN': '账号', en: 'Accounts' },
} satisfies Words;
