import type { Words } from '../translation.ts';

/** What signing in says. */
export const signInWords = {
  title: { 'zh-CN': '登录', en: 'Sign in' },
  what: { 'zh-CN': '从每一份答卷，到最后的等级', en: 'From every answer to the final grade' },
  whatMore: {
    'zh-CN':
      '满评用于部门整体支出绩效评价：发放问卷、回收答卷、计算满意度、按评价指标体系评分。每个数都可以一步一步追到它的来处。',
    en: 'Manping serves whole-department expenditure evaluations: hand out questionnaires, take in responses, compute satisfaction, score the indicators. Every number can be followed back, step by step, to where it comes from.',
  },
  username: { 'zh-CN': '用户名', en: 'Username' },
  password: { 'zh-CN': '密码', en: 'Password' },
  codes: {
    app: {
      label: { 'zh-CN': '验证码', en: 'Code' },
      hint: {
        'zh-CN': '密码正确。请输入身份验证器上的 6 位数字。',
        en: 'The password is right. Please type the six digits of your authenticator.',
      },
      instead: { 'zh-CN': '用恢复码', en: 'Use a recovery code' },
    },
    recovery: {
      label: { 'zh-CN': '恢复码', en: 'Recovery code' },
      hint: {
        'zh-CN': '启用两步验证时给出的 10 个之一，每个只能用一次。',
        en: 'One of the ten given when the second factor was set up; each is good once.',
      },
      instead: { 'zh-CN': '用验证码', en: 'Use the authenticator' },
    },
  },
  enter: { 'zh-CN': '登录', en: 'Sign in' },
  entering: { 'zh-CN': '正在登录', en: 'Signing in' },
  signOut: { 'zh-CN': '退出', en: 'Sign out' },
  signOutTitle: (forms: number) => ({
    'zh-CN': `还有 ${forms} 处没有保存，仍然退出？`,
    en:
      forms === 1 ? 'One form is not saved. Sign out?' : `${forms} forms are not saved. Sign out?`,
  }),
  signOutWhat: {
    'zh-CN': '退出后，这台设备上不再保留没有保存的内容。',
    en: 'Once signed out, nothing that is not saved stays on this device.',
  },
  signOutYes: { 'zh-CN': '放弃并退出', en: 'Discard and sign out' },
  again: { 'zh-CN': '请再次登录', en: 'Please sign in again' },
  againWhy: (username: string) => ({
    'zh-CN': `登录已经过期。录入的内容都还在，${username} 再次登录后接着保存；换别人登录，看不到这些内容。`,
    en: `The session has ended. Nothing that was typed is lost: once ${username} has signed in again, saving goes on. Somebody else who signs in does not see it.`,
  }),
  first: {
    'zh-CN': '首次启动时，用户名 admin 的密码显示在启动服务的窗口里。',
    en: 'On a first start, the password of the account admin is printed in the window that runs the server.',
  },
} satisfies Words;
