import type { Words } from '../translation.ts';

/** What the pages for admins say: who has an account, and one of them. */
export const accountsWords = {
  title: { 'zh-CN': '账号', en: 'Accounts' },
  all: { 'zh-CN': '全部账号', en: 'All accounts' },
  search: { 'zh-CN': '查找用户名', en: 'Find a username' },
  username: { 'zh-CN': '用户名', en: 'Username' },
  since: { 'zh-CN': '建立于', en: 'Since' },
  lastSeen: { 'zh-CN': '最近活动', en: 'Last seen' },
  never: { 'zh-CN': '没有记录', en: 'Not known' },
  secondFactor: { 'zh-CN': '两步验证', en: 'Second factor' },
  on: { 'zh-CN': '已启用', en: 'On' },
  off: { 'zh-CN': '未启用', en: 'Off' },
  roles: { 'zh-CN': '项目角色', en: 'Roles' },
  noRoles: { 'zh-CN': '没有项目角色', en: 'No role in any evaluation' },
  role: (department: string, year: number, role: string) => ({
    'zh-CN': `${department} ${year} 年度 · ${role}`,
    en: `${department} ${year} · ${role}`,
  }),
  moreRoles: (n: number) => ({ 'zh-CN': `另有 ${n} 项`, en: `${n} more` }),
  everywhere: { 'zh-CN': '全部项目', en: 'Every evaluation' },
  admin: { 'zh-CN': '管理员', en: 'Admin' },
  begins: { 'zh-CN': '可建立项目', en: 'May begin evaluations' },
  disabled: { 'zh-CN': '已停用', en: 'Disabled' },
  disabledSince: (day: string) => ({ 'zh-CN': `${day} 停用`, en: `Disabled on ${day}` }),
  you: { 'zh-CN': '本人', en: 'You' },
  notFound: { 'zh-CN': '没有这样的用户名', en: 'No username like that' },
  findAll: { 'zh-CN': '列出全部', en: 'List all' },
  sessions: { 'zh-CN': '登录', en: 'Sessions' },
  running: (n: number) => ({
    'zh-CN': n === 0 ? '现在没有登录' : `${n} 处登录中`,
    en: n === 0 ? 'Not signed in now' : n === 1 ? 'Signed in once' : `Signed in ${n} times`,
  }),
  tokens: { 'zh-CN': '访问令牌', en: 'Tokens' },
  goodTokens: (n: number) => ({
    'zh-CN': n === 0 ? '没有可用的' : `${n} 个可用`,
    en: n === 0 ? 'None in use' : `${n} in use`,
  }),
  invite: {
    title: { 'zh-CN': '邀请', en: 'Invite' },
    what: {
      'zh-CN': '这里邀请管理员和可以建立项目的人。参加某个项目的人，在那个项目的“人员”里邀请。',
      en: 'Admins and people who may begin evaluations are invited here. Into an evaluation people are invited on its own page, People.',
    },
    as: { 'zh-CN': '邀请为', en: 'To be' },
    means: {
      begins: {
        'zh-CN': '可以建立项目、发布问卷和指标体系；只看得到自己有角色的项目。',
        en: 'May begin evaluations and publish definitions; sees only evaluations with a role.',
      },
      admin: {
        'zh-CN': '看得到全部项目和全部内容，管理账号。',
        en: 'Sees every evaluation and everything in it, and manages accounts.',
      },
    },
    purpose: { 'zh-CN': '用于', en: 'What for' },
    forPassword: { 'zh-CN': '重设密码', en: 'A new password' },
    text: (until: string, url: string) => ({
      'zh-CN': `您好，请您使用满评（部门整体支出绩效评价）。请在 ${until}（北京时间）之前打开下面的链接，设定自己的用户名和密码。链接只能使用一次，请不要转发。\n${url}`,
      en: `You are invited to Manping, for whole-department expenditure evaluations. Please open this link by ${until} Beijing time and choose a username and a password. It works once; please do not pass it on.\n${url}`,
    }),
  },
  reset: {
    what: {
      'zh-CN':
        '忘了密码时，给本人一个链接，由本人设定新密码。链接一天内有效；用掉之前，旧密码照常可用。',
      en: 'Where the password is forgotten, a link lets the person choose another. It is good for a day; until it is used the old password stays good.',
    },
    make: { 'zh-CN': '生成重设链接', en: 'Make a link' },
    title: (username: string) => ({
      'zh-CN': `给 ${username} 的重设密码链接`,
      en: `A link for ${username} to choose a new password`,
    }),
    text: (username: string, until: string, url: string) => ({
      'zh-CN': `您好，请在 ${until}（北京时间）之前打开下面的链接，为用户名 ${username} 设定新密码。链接只能使用一次，请不要转发。\n${url}`,
      en: `Please open this link by ${until} Beijing time and choose a new password for the username ${username}. It works once; please do not pass it on.\n${url}`,
    }),
  },
  access: { 'zh-CN': '权限', en: 'Permissions' },
  signIn: { 'zh-CN': '登录方式', en: 'Signing in' },
  use: { 'zh-CN': '停用', en: 'Disabling' },
  isAdmin: {
    'zh-CN': '管理员：可以查看和修改全部项目，管理账号，查看全部操作日志。',
    en: 'Admin: sees and changes every evaluation, manages accounts, reads the whole audit.',
  },
  isNoAdmin: {
    'zh-CN': '不是管理员，只能进入有角色的项目。',
    en: 'No admin: reaches only the evaluations with a role.',
  },
  makeAdmin: { 'zh-CN': '设为管理员', en: 'Make admin' },
  takeAdmin: { 'zh-CN': '取消管理员', en: 'Take admin away' },
  mayBegin: {
    'zh-CN': '可以建立项目、发布问卷和指标体系。',
    en: 'May begin evaluations and publish definitions.',
  },
  mayNotBegin: {
    'zh-CN': '不能建立项目，除非已是某个项目的评价人员。',
    en: 'Begins no evaluations, unless evaluator of one already.',
  },
  letBegin: { 'zh-CN': '允许建立项目', en: 'Let begin evaluations' },
  stopBegin: { 'zh-CN': '不再允许', en: 'No longer allow' },
  factorOn: {
    'zh-CN': '登录时要输入手机上的验证码。手机丢失而恢复码也没有时，可以重设。',
    en: 'Signs in with a code from the phone. Reset it where the phone and the recovery codes are lost.',
  },
  factorOff: {
    'zh-CN': '登录只用密码。两步验证由本人在自己的账号里启用。',
    en: 'Signs in with the password alone. A second factor is set up by the person.',
  },
  resetFactor: { 'zh-CN': '重设两步验证', en: 'Reset the second factor' },
  inUse: {
    'zh-CN': '不再使用的账号可以停用。账号不能删除，操作日志和评分记录要指向它。',
    en: 'An account that is no longer used can be disabled. None is deleted: the audit and the scores name it.',
  },
  notInUse: (day: string) => ({
    'zh-CN': `${day} 起停用，不能登录，访问令牌也不能用。`,
    en: `Disabled since ${day}: no signing in, and no token works.`,
  }),
  disable: { 'zh-CN': '停用账号', en: 'Disable the account' },
  enable: { 'zh-CN': '重新启用', en: 'Enable again' },
  disableTitle: (name: string) => ({
    'zh-CN': `停用账号“${name}”？`,
    en: `Disable “${name}”?`,
  }),
  enableTitle: (name: string) => ({
    'zh-CN': `重新启用账号“${name}”？`,
    en: `Enable “${name}” again?`,
  }),
  makeAdminTitle: (name: string) => ({
    'zh-CN': `把“${name}”设为管理员？`,
    en: `Make “${name}” an admin?`,
  }),
  takeAdminTitle: (name: string) => ({
    'zh-CN': `取消“${name}”的管理员身份？`,
    en: `Take admin away from “${name}”?`,
  }),
  factorTitle: (name: string) => ({
    'zh-CN': `重设“${name}”的两步验证？`,
    en: `Reset the second factor of “${name}”?`,
  }),
  ends: {
    sessions: (n: number) => ({
      'zh-CN': n === 0 ? '现在没有登录，没有要结束的登录。' : `${n} 处登录当即结束。`,
      en:
        n === 0
          ? 'No session runs now, so none ends.'
          : n === 1
            ? '1 session ends at once.'
            : `${n} sessions end at once.`,
    }),
    tokens: (n: number) => ({
      'zh-CN': n === 0 ? '没有可用的访问令牌。' : `${n} 个访问令牌在停用期间不能用。`,
      en:
        n === 0
          ? 'There is no token in use.'
          : n === 1
            ? '1 token does not work meanwhile.'
            : `${n} tokens do not work meanwhile.`,
    }),
    roles: (n: number) => ({
      'zh-CN': n === 0 ? '没有项目角色。' : `${n} 项角色保留，重新启用后照旧。`,
      en:
        n === 0
          ? 'There is no role.'
          : n === 1
            ? '1 role stays, and holds again once enabled.'
            : `${n} roles stay, and hold again once enabled.`,
    }),
    self: {
      'zh-CN': '这是自己的账号，确认后会立即退出。',
      en: 'This is your own account: you will be signed out at once.',
    },
  },
  returns: {
    password: { 'zh-CN': '可以用原来的密码登录。', en: 'The old password signs in again.' },
    tokens: (n: number) => ({
      'zh-CN': n === 0 ? '没有可用的访问令牌。' : `${n} 个未过期的访问令牌重新可用。`,
      en:
        n === 0
          ? 'There is no token that is still good.'
          : n === 1
            ? '1 token that has not expired works again.'
            : `${n} tokens that have not expired work again.`,
    }),
    roles: (n: number) => ({
      'zh-CN': n === 0 ? '没有项目角色。' : `${n} 项角色照旧。`,
      en:
        n === 0
          ? 'There is no role.'
          : n === 1
            ? '1 role holds as before.'
            : `${n} roles hold as before.`,
    }),
  },
  adminGets: {
    'zh-CN': '对方可以查看和修改全部项目（包括单份答卷），管理所有账号，包括停用其他管理员。',
    en: 'They see and change every evaluation, single responses included, and manage all accounts, other admins’ too.',
  },
  adminLoses: (roles: number) => ({
    'zh-CN':
      roles === 0
        ? '对方没有项目角色，之后看不到任何项目。'
        : `对方只能进入有角色的 ${roles} 个项目。`,
    en:
      roles === 0
        ? 'They have no role, and will see no evaluation any more.'
        : roles === 1
          ? 'They reach only the 1 evaluation with a role.'
          : `They reach only the ${roles} evaluations with a role.`,
  }),
  adminLosesSelf: {
    'zh-CN': '这是自己的账号，确认后不能再打开本页。',
    en: 'This is your own account: you will not be able to open this page any more.',
  },
  factorGoes: {
    'zh-CN': '现有的验证码和全部恢复码作废，下次登录只用密码，之后可以重新启用。',
    en: 'Its codes and all recovery codes are void; the next sign-in takes the password alone, and a new one can be set up after.',
  },
  factorCheck: {
    'zh-CN': '请先确认提出请求的确实是本人。',
    en: 'Make sure first that it is really that person who asks.',
  },
  reason: { 'zh-CN': '理由（选填）', en: 'Reason (optional)' },
  reasonHint: { 'zh-CN': '会记入操作日志。', en: 'It is kept in the audit.' },
  done: {
    disabled: { 'zh-CN': '账号已停用。', en: 'The account is disabled.' },
    enabled: { 'zh-CN': '账号已重新启用。', en: 'The account is in use again.' },
    madeAdmin: { 'zh-CN': '已设为管理员。', en: 'Made an admin.' },
    takenAdmin: { 'zh-CN': '已取消管理员身份。', en: 'No longer an admin.' },
    begins: { 'zh-CN': '已允许建立项目。', en: 'May begin evaluations now.' },
    stopsBegin: { 'zh-CN': '不再允许建立项目。', en: 'May no longer begin evaluations.' },
    factor: { 'zh-CN': '两步验证已重设。', en: 'The second factor is reset.' },
  },
  didWhat: { 'zh-CN': '此人的操作日志', en: 'What this person did' },
} satisfies Words;
