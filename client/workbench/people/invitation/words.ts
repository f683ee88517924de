import type { Words } from '../../translation.ts';

/** What whoever opens a link is told and asked; he is nobody yet, and is spoken to as such. */
export const invitationWords = {
  title: { 'zh-CN': '邀请', en: 'Invitation' },
  invites: (inviter: string) => ({
    'zh-CN': `${inviter} 邀请您参加`,
    en: `${inviter} invites you to`,
  }),
  evaluation: (department: string, year: number) => ({
    'zh-CN': `${department} ${year} 年度整体支出绩效评价`,
    en: `${department}: whole-department expenditure, ${year}`,
  }),
  asRole: { 'zh-CN': '您的角色', en: 'Your role' },
  asAdmin: { 'zh-CN': '管理满评', en: 'administer Manping' },
  adminMeans: {
    'zh-CN': '看得到所有项目和全部内容，管理账号。',
    en: 'Sees every evaluation and everything in it, and looks after accounts.',
  },
  asBeginner: { 'zh-CN': '建立绩效评价项目', en: 'begin evaluations' },
  beginnerMeans: {
    'zh-CN': '可以新建项目、发布问卷和指标体系；自己建的项目，自己是评价人员。',
    en: 'May begin evaluations and publish definitions, and is the evaluator of those begun.',
  },
  until: (minute: string) => ({
    'zh-CN': `链接只能用一次，有效期至 ${minute}（北京时间）。`,
    en: `The link works once, until ${minute} Beijing time.`,
  }),
  choose: { 'zh-CN': '设定用户名和密码', en: 'Choose a username and a password' },
  username: { 'zh-CN': '用户名', en: 'Username' },
  usernameHint: {
    'zh-CN':
      '以后凭它登录，您做的事也署这个名字，例如姓名或姓名拼音。不分大小写，空格不算，不能有冒号。',
    en: 'You sign in with it, and what you do is recorded under it: your name, for instance. Capitals and spaces make no difference; no colon.',
  },
  accept: { 'zh-CN': '接受邀请', en: 'Accept' },
  accepting: { 'zh-CN': '正在进入', en: 'Coming in' },
  haveAccount: { 'zh-CN': '已经有账号？登录后加入', en: 'I have an account: sign in and join' },
  haveNone: { 'zh-CN': '还没有账号？设定一个', en: 'I have no account: choose one' },
  signInFirst: { 'zh-CN': '登录后加入', en: 'Sign in to join' },
  joinAs: (username: string) => ({
    'zh-CN': `以 ${username} 的身份加入`,
    en: `Join as ${username}`,
  }),
  joinWhat: (username: string) => ({
    'zh-CN': `您已经用 ${username} 登录。加入后原有的角色和权限都不会减少。`,
    en: `You are signed in as ${username}. Joining takes nothing away from what you may do already.`,
  }),
  notYou: (username: string) => ({
    'zh-CN': `不是 ${username}？请先退出，再打开这个链接。`,
    en: `Not ${username}? Sign out first, then open this link.`,
  }),
  already: (role: string) => ({
    'zh-CN': `您在这个项目里已经是${role}。`,
    en: `You have a role in this evaluation already: ${role}.`,
  }),
  toEvaluation: { 'zh-CN': '打开项目', en: 'Open the evaluation' },
  own: {
    'zh-CN': '这是您自己生成的链接，请发给受邀的人。由您点开不会用掉它。',
    en: 'You made this link yourself: send it to whoever is invited. That you opened it does not use it up.',
  },
  toPeople: { 'zh-CN': '项目人员', en: 'People of the evaluation' },
  goneTitle: { 'zh-CN': '这个链接不能用了', en: 'This link does not work any more' },
  gone: {
    'zh-CN': '它可能已经用过，已经撤回，或者过了有效期。',
    en: 'It was used, was withdrawn, or has expired.',
  },
  goneUsed: {
    'zh-CN': '如果您已经设好用户名和密码，直接登录就可以。',
    en: 'If you have chosen a username and a password already, simply sign in.',
  },
  goneAsk: {
    'zh-CN': '如果还没有，请向邀请您的人再要一个链接；忘了密码，请找管理员。',
    en: 'If not, ask whoever invited you for another link, or an admin if you forgot your password.',
  },
  brokenTitle: { 'zh-CN': '链接不完整', en: 'The link is not complete' },
  broken: {
    'zh-CN': '请把收到的链接完整地复制到地址栏，包括 # 后面的部分。',
    en: 'Please copy the whole link that you were sent, with what stands behind the #.',
  },
  toSignIn: { 'zh-CN': '去登录', en: 'Sign in' },
  resetTitle: { 'zh-CN': '设定新密码', en: 'Choose a new password' },
  resetFor: (username: string) => ({
    'zh-CN': `用户名 ${username}`,
    en: `Username ${username}`,
  }),
  resetWhat: (inviter: string) => ({
    'zh-CN': `这个链接由管理员 ${inviter} 给出。设定之后，旧密码作废，各处的登录都会退出。`,
    en: `${inviter}, an administrator, made this link. Once the new password is set, the old one is void and every device is signed out.`,
  }),
  newPassword: { 'zh-CN': '新密码', en: 'New password' },
  reset: { 'zh-CN': '设定新密码', en: 'Set the new password' },
  resetDone: {
    'zh-CN': '新密码已经生效，请用它登录。',
    en: 'The new password is set; please sign in with it.',
  },
} satisfies Words;
