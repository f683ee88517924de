import type { Words } from '../translation.ts';

/** What the people of an evaluation are shown and asked. */
export const peopleWords = {
  what: {
    'zh-CN': '谁能看到这个项目、能做什么，由角色决定。管理员看得到所有项目，不一定列在这里。',
    en: 'A role decides who sees this evaluation and what he may do in it. Admins see every evaluation and need not be listed.',
  },
  columns: {
    username: { 'zh-CN': '用户名', en: 'Username' },
    role: { 'zh-CN': '角色', en: 'Role' },
    since: { 'zh-CN': '任此角色自', en: 'Since' },
    by: { 'zh-CN': '由谁给予', en: 'Given by' },
    change: { 'zh-CN': '管理', en: 'Manage' },
  },
  you: { 'zh-CN': '（本人）', en: '(you)' },
  disabled: { 'zh-CN': '已停用', en: 'Disabled' },
  bySystem: { 'zh-CN': '系统', en: 'the system' },
  byToken: { 'zh-CN': '访问令牌', en: 'a token' },
  nobody: {
    'zh-CN': '还没有人在这个项目里有角色。',
    en: 'Nobody has a role in this evaluation yet.',
  },
  manage: { 'zh-CN': '更改', en: 'Change' },
  manageOf: (username: string) => ({
    'zh-CN': `更改 ${username} 的角色`,
    en: `Change the role of ${username}`,
  }),
  manageOwn: { 'zh-CN': '更改自己的角色', en: 'Change your own role' },
  role: { 'zh-CN': '角色', en: 'Role' },
  ownRole: {
    'zh-CN': '改掉自己的评价人员角色后，这一页和单份答卷就看不到了，要由别的评价人员改回来。',
    en: 'Without the role of evaluator you no longer see this page or single responses; another evaluator would have to give it back.',
  },
  remove: { 'zh-CN': '移出项目', en: 'Remove' },
  removeTitle: (username: string) => ({
    'zh-CN': `把 ${username} 移出项目？`,
    en: `Remove ${username} from the evaluation?`,
  }),
  leave: { 'zh-CN': '退出项目', en: 'Leave' },
  leaveTitle: { 'zh-CN': '退出这个项目？', en: 'Leave this evaluation?' },
  loses: {
    evaluator: {
      'zh-CN': '从此看不到这个项目：问卷、回收、单份答卷、结果、评分和人员都打不开。',
      en: 'This evaluation will no longer be seen: questionnaires, returns, single responses, results, scores and people do not open any more.',
    },
    clerk: {
      'zh-CN': '从此看不到这个项目：问卷和回收进度都打不开。',
      en: 'This evaluation will no longer be seen: questionnaires and returns do not open any more.',
    },
    scorer: {
      'zh-CN': '从此看不到这个项目：问卷、回收、结果、基础数据和评分都打不开。',
      en: 'This evaluation will no longer be seen: questionnaires, returns, results, base data and scores do not open any more.',
    },
    viewer: {
      'zh-CN': '从此看不到这个项目：问卷、回收、结果和评分都打不开。',
      en: 'This evaluation will no longer be seen: questionnaires, returns, results and scores do not open any more.',
    },
  },
  stays: {
    'zh-CN':
      '已经录入的内容和操作日志保留，署名不变。账号还在，其他项目不受影响；访问令牌也不再通到这里。',
    en: 'What was entered stays, under the same name, and so does the audit. The account stays, and other evaluations are as before; tokens reach this one no longer.',
  },
  inviteTitle: { 'zh-CN': '邀请', en: 'Invite' },
  inviteWhat: (days: number) => ({
    'zh-CN': `生成一个链接，由您亲自发给本人。对方打开后自己设定用户名和密码，已有账号的可以直接加入。链接只能用一次，${days} 天内有效。`,
    en: `Makes a link that you send yourself. Whoever opens it chooses name and password, or joins with the account he has. It works once, within ${days} days.`,
  }),
  link: {
    text: (evaluation: string, role: string, until: string, url: string) => ({
      'zh-CN': `您好，请您以“${role}”的身份参加“${evaluation}”。请在 ${until}（北京时间）之前打开下面的链接，设定自己的用户名和密码。链接只能使用一次，请不要转发。\n${url}`,
      en: `You are invited to “${evaluation}” as ${role}. Please open this link by ${until} Beijing time and choose a username and a password. It works once; please do not pass it on.\n${url}`,
    }),
    evaluation: (department: string, year: number) => ({
      'zh-CN': `${department} ${year} 年度整体支出绩效评价`,
      en: `${department}, whole-department expenditure ${year}`,
    }),
  },
} satisfies Words;
