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
  username: { 'zh-CN': '用户名', en: 'User name' },
  password: { 'zh-CN': '密码', en: 'Password' },
  enter: { 'zh-CN': '登录', en: 'Sign in' },
  entering: { 'zh-CN': '正在登录', en: 'Signing in' },
  first: {
    'zh-CN': '首次启动时，账号 admin 的密码显示在启动服务的窗口里。',
    en: 'On a first start, the password of the account admin is printed in the window that runs the server.',
  },
} satisfies Words;
