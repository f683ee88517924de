import type { Words } from '../translation.ts';

/** What the people of an evaluation are shown and asked. */
export const peopleWords = {
  what: {
    'zh-CN': '谁能看到这个项目、能做什么，由角色决定。管理员看得到所有项目，不一定列在这里。',
    en: 'A role decides who sees this evaluation and what he may do in it. Admins see every evaluation and need not be listed.',
  },
  forEvaluators: {
    'zh-CN': '人员由评价人员管理，您在这个项目里的角色看不到这一页。',
    en: 'People are the business of evaluators; your role in this evaluation does not show this page.',
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
  note: { 'zh-CN': '给谁（选填）', en: 'For whom (optional)' },
  noteHint: {
    'zh-CN': '只写给自己看，方便日后认出这个链接，例如：财政局 王工。',
    en: 'For you alone, to know the link again: Ms Wang, finance bureau.',
  },
  invite: { 'zh-CN': '生成邀请链接', en: 'Make a link' },
  openTitle: { 'zh-CN': '还没有使用的链接', en: 'Links not used yet' },
  openNone: { 'zh-CN': '没有等待使用的链接。', en: 'No link is waiting to be used.' },
  noteNone: { 'zh-CN': '未注明', en: 'Not noted' },
  until: { 'zh-CN': '有效期至', en: 'Good until' },
  madeBy: { 'zh-CN': '邀请人', en: 'Invited by' },
  for: { 'zh-CN': '给谁', en: 'For whom' },
  withdraw: { 'zh-CN': '撤回', en: 'Withdraw' },
  withdrawTitle: (whom: string) => ({
    'zh-CN': `撤回给“${whom}”的链接？`,
    en: `Withdraw the link for “${whom}”?`,
  }),
  withdrawNameless: { 'zh-CN': '撤回这个链接？', en: 'Withdraw this link?' },
  withdrawWhat: {
    'zh-CN': '链接马上失效，收到的人打开后会看到它不能用了。需要时可以再生成一个。',
    en: 'It stops working at once; whoever has it is told so when he opens it. Another can be made at any time.',
  },
  link: {
    title: { 'zh-CN': '邀请链接', en: 'The link' },
    titleFor: (whom: string) => ({
      'zh-CN': `给“${whom}”的邀请链接`,
      en: `The link for “${whom}”`,
    }),
    onlyOnce: (until: string) => ({
      'zh-CN': `只显示这一次。谁拿到链接，谁就能进来：请直接发给本人，不要发到群里。有效期至 ${until}（北京时间）。`,
      en: `Shown this once. Whoever has the link gets in: send it to the person, not to a group. Good until ${until} (Beijing time).`,
    }),
    url: { 'zh-CN': '链接', en: 'Link' },
    message: { 'zh-CN': '可以直接发送的文字（微信、短信）', en: 'A text ready to send' },
    copyMessage: { 'zh-CN': '复制文字', en: 'Copy the text' },
    notKept: {
      'zh-CN': '链接还没有复制。关闭后再也看不到，只能撤回后重新生成。',
      en: 'The link is not copied. Once closed nobody can see it again; it could only be withdrawn and made anew.',
    },
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
