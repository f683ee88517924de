import type { Words } from '../translation.ts';

/** What the page of one's own account says. */
export const accountWords = {
  title: { 'zh-CN': '我的账号', en: 'My account' },
  index: { 'zh-CN': '本页内容', en: 'On this page' },
  signedInAs: (username: string) => ({ 'zh-CN': `用户名 ${username}`, en: `Username ${username}` }),
  confirm: { 'zh-CN': '确定', en: 'Confirm' },
  ownPassword: { 'zh-CN': '当前密码', en: 'Current password' },
  notKept: {
    'zh-CN': '还没有复制或保存，关闭后无法再看到。',
    en: 'It is not kept yet, and cannot be shown again.',
  },
  password: {
    title: { 'zh-CN': '密码', en: 'Password' },
    what: {
      'zh-CN': '不会要求定期更换。修改后，其他设备上的登录随即结束。',
      en: 'You are never asked to change it by the calendar. Once changed, sessions on other devices end.',
    },
    next: { 'zh-CN': '新密码', en: 'New password' },
    hint: {
      'zh-CN':
        '至少 12 个字符，不必混用大小写和符号；避开姓名、生日、键盘排列和常见词。一句自己记得住的话就很好。',
      en: 'At least 12 characters, of any kind; no names, birthdays, rows of keys or common words. A sentence that you remember is good.',
    },
    show: { 'zh-CN': '显示密码', en: 'Show passwords' },
    change: { 'zh-CN': '修改密码', en: 'Change password' },
    changed: { 'zh-CN': '密码已修改，其他登录已结束。', en: 'Changed; other sessions have ended.' },
  },
  factor: {
    title: { 'zh-CN': '两步验证', en: 'Second factor' },
    what: {
      'zh-CN':
        '启用后，登录时除密码外还要输入手机身份验证器上的 6 位数字，每 30 秒一换。密码被人知道了，也登录不了。常用的身份验证器都可以，不需要手机信号。',
      en: 'Once on, signing in also takes six digits that an authenticator app on your phone shows, new ones every 30 seconds. Whoever learns your password cannot sign in by it. Any authenticator app will do; the phone needs no reception.',
    },
    required: {
      'zh-CN': '管理员要求使用两步验证，启用后才能使用其他功能。',
      en: 'An administrator requires a second factor here: everything else waits for it.',
    },
    mustStay: {
      'zh-CN': '管理员要求使用两步验证，因此不能关闭。',
      en: 'An administrator requires it, so it cannot be switched off.',
    },
    on: { 'zh-CN': '已启用', en: 'On' },
    off: { 'zh-CN': '未启用', en: 'Off' },
    codesLeft: (n: number) => ({
      'zh-CN': `还有 ${n} 个恢复码可用。`,
      en: n === 1 ? 'One recovery code is left.' : `${n} recovery codes are left.`,
    }),
    begin: { 'zh-CN': '启用两步验证', en: 'Set up a second factor' },
    beginWhat: {
      'zh-CN': '为确认是本人，请输入当前密码。',
      en: 'So that it is you who does this, please type your current password.',
    },
    next: { 'zh-CN': '下一步', en: 'Next' },
    scan: {
      'zh-CN': '1. 用手机上的身份验证器扫这个二维码。',
      en: '1. Scan this QR code with the authenticator app on your phone.',
    },
    code: { 'zh-CN': '身份验证器的二维码', en: 'QR code for an authenticator' },
    type: {
      'zh-CN': '扫不了时，在身份验证器里手动输入密钥：',
      en: 'Where it cannot be scanned, type this key into the app:',
    },
    copyKey: { 'zh-CN': '复制密钥', en: 'Copy the key' },
    shown: { 'zh-CN': '2. 身份验证器显示的 6 位数字', en: '2. Six digits that the app shows now' },
    turnOn: { 'zh-CN': '启用', en: 'Switch on' },
    renew: { 'zh-CN': '换一批恢复码', en: 'New recovery codes' },
    renewWhat: {
      'zh-CN': '生成 10 个新的恢复码，以前的随即作废。',
      en: 'Ten new recovery codes; those from before are good no more.',
    },
    turnOff: { 'zh-CN': '关闭两步验证', en: 'Switch off' },
    turnOffWhat: {
      'zh-CN': '关闭后，登录只需要密码，恢复码作废。',
      en: 'From then on the password alone signs you in, and the recovery codes are void.',
    },
    codesTitle: { 'zh-CN': '恢复码', en: 'Recovery codes' },
    codesWhat: {
      'zh-CN':
        '手机不在手边时，用其中一个代替验证码登录，每个只能用一次。只显示这一次，请存放在别人拿不到的地方。',
      en: 'Without your phone, one of these signs you in instead of a code, each of them once. They are shown only now; keep them where nobody else finds them.',
    },
    print: { 'zh-CN': '打印', en: 'Print' },
    download: { 'zh-CN': '下载', en: 'Download' },
    copy: { 'zh-CN': '复制', en: 'Copy' },
    ofAccount: (username: string) => ({
      'zh-CN': `满评 Manping · ${username} 的恢复码`,
      en: `Manping · recovery codes of ${username}`,
    }),
  },
  sessions: {
    title: { 'zh-CN': '登录会话', en: 'Sessions' },
    what: {
      'zh-CN': '账号现在登录着的设备。30 分钟没有操作，或登录满 12 小时，会自动结束。',
      en: 'Where your account is signed in now. A session ends by itself after thirty minutes without use, or twelve hours.',
    },
    device: { 'zh-CN': '设备', en: 'Device' },
    unknownDevice: { 'zh-CN': '未知设备', en: 'Unknown device' },
    current: { 'zh-CN': '本机', en: 'This one' },
    since: { 'zh-CN': '登录于', en: 'Since' },
    lastSeen: { 'zh-CN': '最近使用', en: 'Last seen' },
    end: { 'zh-CN': '结束', en: 'End' },
    endOf: (device: string) => ({
      'zh-CN': `结束 ${device} 的登录`,
      en: `End the session of ${device}`,
    }),
    ended: (device: string) => ({
      'zh-CN': `${device} 的登录已结束。`,
      en: `The session of ${device} has ended.`,
    }),
    endOthers: (n: number) => ({
      'zh-CN': `结束其他 ${n} 个登录`,
      en: n === 1 ? 'End the other session' : `End the other ${n} sessions`,
    }),
    endOthersWhat: {
      'zh-CN': '那些设备上需要再次登录；没有保存的内容仍留在各自的设备上。',
      en: 'Those devices have to sign in again; what is not saved stays on each of them.',
    },
    endedOthers: { 'zh-CN': '其他登录已结束。', en: 'The other sessions have ended.' },
    onlyThis: { 'zh-CN': '没有其他登录。', en: 'There is no other session.' },
  },
  tokens: {
    title: { 'zh-CN': '访问令牌', en: 'Tokens' },
    what: {
      'zh-CN':
        '供其他程序以本账号的名义读取或填写数据。令牌能做的不会超过账号本身，也不能管理账号和令牌。',
      en: 'For programs that read or write in your name. A token never may more than you may, and nothing with accounts and tokens.',
    },
    none: {
      'zh-CN': '还没有访问令牌。需要让报表、看板等程序取数时，在这里新建一个。',
      en: 'There are no tokens. Make one when a program, such as a dashboard, is to fetch numbers.',
    },
    name: { 'zh-CN': '名称', en: 'Name' },
    role: { 'zh-CN': '角色', en: 'Role' },
    reaches: { 'zh-CN': '范围', en: 'Reaches' },
    lastUsed: { 'zh-CN': '最近使用', en: 'Last used' },
    never: { 'zh-CN': '从未使用', en: 'Never' },
    expires: { 'zh-CN': '到期', en: 'Expires' },
    everything: { 'zh-CN': '我能看到的全部项目', en: 'All evaluations I see' },
    gone: { 'zh-CN': '已删除的项目', en: 'An evaluation that was deleted' },
    of: (department: string, year: number) => ({
      'zh-CN': `${department} ${year} 年度`,
      en: `${department}, ${year}`,
    }),
    readOnly: { 'zh-CN': '只读（旧令牌）', en: 'reads only (from before)' },
    ended: (n: number) => ({ 'zh-CN': `已失效的令牌（${n}）`, en: `No longer good (${n})` }),
    endedHow: { 'zh-CN': '失效', en: 'Ended' },
    revokedBy: (by: string, at: string) => ({
      'zh-CN': `${at} 由 ${by} 撤销`,
      en: `Revoked by ${by}, ${at}`,
    }),
    expiredAt: (at: string) => ({ 'zh-CN': `${at} 到期`, en: `Expired ${at}` }),
    revoke: { 'zh-CN': '撤销', en: 'Revoke' },
    revokeOf: (name: string) => ({ 'zh-CN': `撤销“${name}”`, en: `Revoke “${name}”` }),
    revokeTitle: (name: string) => ({
      'zh-CN': `撤销令牌“${name}”？`,
      en: `Revoke the token “${name}”?`,
    }),
    revokeWhat: {
      'zh-CN': '用它的程序从下一次访问起被拒绝，不能恢复。',
      en: 'The program that uses it is refused from its next call on. This cannot be undone.',
    },
    revoked: (name: string) => ({ 'zh-CN': `令牌“${name}”已撤销。`, en: `“${name}” was revoked.` }),
    latestOnly: { 'zh-CN': '只列出最近的 200 个。', en: 'Only the latest 200 are listed.' },
    create: { 'zh-CN': '新建令牌', en: 'Make a token' },
    nameHint: {
      'zh-CN': '写明给哪个程序用，例如“财政局看板”。',
      en: 'Which program it is for, such as “Dashboard of the bureau”.',
    },
    expiry: { 'zh-CN': '有效期', en: 'Good for' },
    days: (n: number) => ({ 'zh-CN': `${n} 天`, en: `${n} days` }),
    mayNothing: {
      'zh-CN': '账号在这个项目中的角色不能新建令牌。',
      en: 'Your role in this evaluation cannot lend anything to a token.',
    },
    make: { 'zh-CN': '新建', en: 'Make it' },
    madeTitle: (name: string) => ({ 'zh-CN': `令牌“${name}”`, en: `Token “${name}”` }),
    madeWhat: {
      'zh-CN': '只显示这一次。请复制到要用它的程序里，不要发在群里或写进文档。',
      en: 'Shown only now. Copy it into the program that is to use it, and nowhere else.',
    },
    copy: { 'zh-CN': '复制令牌', en: 'Copy the token' },
    tryIt: { 'zh-CN': '试一下', en: 'Try it' },
    copyLine: { 'zh-CN': '复制命令', en: 'Copy the command' },
    roles: {
      viewer: {
        name: { 'zh-CN': '查看', en: 'Viewer' },
        what: {
          'zh-CN': '读取回收进度、结果、指标值和得分，不含单份答卷，不修改。',
          en: 'Reads progress, results, figures and scores; no single responses, and changes nothing.',
        },
      },
      scorer: {
        name: { 'zh-CN': '评分', en: 'Scorer' },
        what: {
          'zh-CN': '除查看外，还可以填写评分和基础数据。',
          en: 'The same, and enters scores and base data.',
        },
      },
      evaluator: {
        name: { 'zh-CN': '评价', en: 'Evaluator' },
        what: {
          'zh-CN': '除评分外，还可以建项目、发调查、读取单份答卷。',
          en: 'The same, and sets up evaluations and surveys and reads single responses.',
        },
      },
    },
  },
} satisfies Words;
