import type { Words } from '../translation.ts';

/** What the parts say, and what several screens say alike. */
export const sharedWords = {
  loading: { 'zh-CN': '正在载入', en: 'Loading' },
  unreachable: {
    'zh-CN': '连不上服务器，请检查网络后重试。',
    en: 'The server cannot be reached. Check the connection and try again.',
  },
  unknownFault: {
    'zh-CN': '服务器没有给出可以理解的回答。',
    en: 'The server gave an answer that could not be understood.',
  },
  again: { 'zh-CN': '重试', en: 'Try again' },
  /** Why there is no number. */
  none: {
    answers: { 'zh-CN': '没有人作答', en: 'Nobody answered' },
    composite: {
      'zh-CN': '还没有计入综合满意度的回答',
      en: 'No answers yet that count towards the composite',
    },
    survey: { 'zh-CN': '还没有正式调查的结果', en: 'No result of a formal survey yet' },
    score: { 'zh-CN': '还没有得分', en: 'No score yet' },
  },
  /** Why a composite has no confidence interval. */
  noUncertainty: {
    reconstructed: {
      'zh-CN': '不能由公布的合计推出',
      en: 'it does not follow from published totals',
    },
    'several-surveys': { 'zh-CN': '由多项调查合成', en: 'it is made of several surveys' },
    method: {
      'zh-CN': '按这种算法没有个人均值',
      en: 'made this way, it is no mean of respondents',
    },
    'no-answers': { 'zh-CN': '没有计分的回答', en: 'there are no scored answers' },
    'too-few': { 'zh-CN': '不足两人作答', en: 'fewer than two answered' },
    incomplete: {
      'zh-CN': '计分的回答缺失超过 5%',
      en: 'more than 5 % of the scored answers are missing',
    },
    'answers-removed': {
      'zh-CN': '逐份答案已到期清除',
      en: 'the single answers were removed at the end of their time',
    },
  },
  notFound: { 'zh-CN': '这里没有内容', en: 'Nothing here' },
  notFoundHint: {
    'zh-CN': '地址可能写错了，或者内容已经删除。',
    en: 'The address may be wrong, or what it named was deleted.',
  },
  /** Where somebody's role or account does not reach. */
  notForYou: {
    title: { 'zh-CN': '这里的内容不对您开放', en: 'This part is not open to you' },
    role: (role: string, part: string) => ({
      'zh-CN': `您在本项目的角色是${role}，不包括${part}。`,
      en: `Your role in this evaluation is ${role}; it does not include ${part}.`,
    }),
    askEvaluators: {
      'zh-CN': '如有需要，请联系本项目的评价人员。',
      en: 'If you need it, please ask the evaluators of this evaluation.',
    },
    askAdmin: {
      'zh-CN': '您的账号没有这项权限。如有需要，请联系管理员。',
      en: 'Your account does not hold this permission. If you need it, please ask an admin.',
    },
    back: { 'zh-CN': '回到本项目', en: 'Back to the evaluation' },
    thisPart: { 'zh-CN': '这一部分', en: 'this part' },
    parts: {
      'surveys.read': { 'zh-CN': '问卷和调查', en: 'questionnaires and surveys' },
      'surveys.write': { 'zh-CN': '建立和修改调查', en: 'setting up surveys' },
      'progress.read': { 'zh-CN': '回收情况', en: 'the returns' },
      'results.read': { 'zh-CN': '结果', en: 'the results' },
      'responses.read': { 'zh-CN': '查看单份答卷', en: 'reading single responses' },
      'figures.read': { 'zh-CN': '定稿', en: 'the frozen figures' },
      'scoring.read': { 'zh-CN': '评分', en: 'the score' },
      'base-data.read': { 'zh-CN': '基础数据', en: 'the base data' },
      'people.read': { 'zh-CN': '项目人员', en: 'who works on it' },
      'audit.read': { 'zh-CN': '操作日志', en: 'the audit' },
    },
    kept: (forms: number) => ({
      'zh-CN': `您有 ${forms} 处录入没有保存，仍留在这台设备上。`,
      en:
        forms === 1
          ? 'What you typed in one form and did not save is still on this device.'
          : `What you typed in ${forms} forms and did not save is still on this device.`,
    }),
    changed: (role: string) => ({
      'zh-CN': `您在本项目的角色已改为${role}。`,
      en: `Your role in this evaluation is now ${role}.`,
    }),
    unknown: {
      'zh-CN': '没有这个评价项目，或者您不在其中',
      en: 'There is no such evaluation, or you are not part of it',
    },
    unknownHint: {
      'zh-CN':
        '请核对地址。项目可能已经删除，您的角色也可能已被收回；可以请该项目的评价人员邀请您加入。',
      en: 'Please check the address. It may have been deleted, or your role in it taken back; its evaluators can invite you.',
    },
  },
  atTime: (minute: string) => ({ 'zh-CN': `${minute}（北京时间）`, en: `${minute} Beijing time` }),
  inBeijingTime: (what: string) => ({
    'zh-CN': `${what}（北京时间）`,
    en: `${what} (Beijing time)`,
  }),
  cancel: { 'zh-CN': '取消', en: 'Cancel' },
  freshness: {
    updatedAt: (time: string) => ({ 'zh-CN': `更新于 ${time}`, en: `Updated ${time}` }),
    noAnswer: { 'zh-CN': '服务器没有回应。', en: 'The server does not answer.' },
    reconnecting: { 'zh-CN': '正在重新连接。', en: 'Reconnecting.' },
    mayHaveChanged: (time: string) => ({
      'zh-CN': `这里的数字截至 ${time}，之后可能已经变了。`,
      en: `These numbers are as of ${time} and may have changed since.`,
    }),
  },
  printedAt: { 'zh-CN': '打印于', en: 'Printed' },
  scrollsSideways: { 'zh-CN': '表较宽，可左右滑动 ↔', en: 'Wide table: scroll sideways ↔' },
  more: { 'zh-CN': '显示更多', en: 'Show more' },
  save: { 'zh-CN': '保存', en: 'Save' },
  drafts: {
    unsaved: { 'zh-CN': '未保存', en: 'Not saved' },
    discard: { 'zh-CN': '放弃改动', en: 'Discard' },
    savedMeanwhile: {
      'zh-CN': '录入期间，这里已另有人保存。现在保存着的是：',
      en: 'Meanwhile somebody else saved this. What is stored now:',
    },
    nothingStored: { 'zh-CN': '（空）', en: '(empty)' },
    whatNow: {
      'zh-CN': '下面是没有保存的内容。再按一次“保存”，就以它代替。',
      en: 'Below is what was typed and is not saved. Save once more to put it in its place.',
    },
    takeStored: { 'zh-CN': '改用已保存的', en: 'Use what is stored' },
  },
  faults: {
    fillIn: (field: string) => ({
      'zh-CN': `请填写${field}。`,
      en: `Please fill in: ${field}.`,
    }),
    choose: { 'zh-CN': '请选择一项。', en: 'Please choose one.' },
    number: {
      'zh-CN': '请填写数字，例如 12.5。',
      en: 'Please give a number, such as 12.5.',
    },
    wholeNumber: { 'zh-CN': '请填写整数。', en: 'Please give a whole number.' },
    between: (min: string, max: string) => ({
      'zh-CN': `应在 ${min} 至 ${max} 之间。`,
      en: `It is between ${min} and ${max}.`,
    }),
    atLeast: (min: string) => ({ 'zh-CN': `不能小于 ${min}。`, en: `It is at least ${min}.` }),
    atMost: (max: string) => ({ 'zh-CN': `不能大于 ${max}。`, en: `It is at most ${max}.` }),
    tooLong: (most: number, now: number) => ({
      'zh-CN': `最多 ${most} 字，现在有 ${now} 字。`,
      en: `At most ${most} characters; there are ${now} now.`,
    }),
    time: {
      'zh-CN': '请填写日期和时间，例如 2026-11-21 23:59。',
      en: 'Please give a date and a time, such as 2026-11-21 23:59.',
    },
  },
  copy: {
    ready: { 'zh-CN': '复制链接', en: 'Copy link' },
    copied: { 'zh-CN': '已复制', en: 'Copied' },
    failed: { 'zh-CN': '请手动复制', en: 'Please copy by hand' },
  },
  evaluations: {
    title: { 'zh-CN': '绩效评价项目', en: 'Evaluations' },
    department: { 'zh-CN': '被评价部门', en: 'Department' },
    departmentHint: {
      'zh-CN': '全称，会填入问卷文字中。',
      en: 'Its full name, as it will stand in the questionnaires.',
    },
    place: { 'zh-CN': '所在地', en: 'Place' },
    year: { 'zh-CN': '预算年度', en: 'Budget year' },
    version: (title: string, version: number) => ({
      'zh-CN': `${title}（第 ${version} 版）`,
      en: `${title} (version ${version})`,
    }),
  },
  definitions: { 'zh-CN': '问卷与指标体系', en: 'Definitions' },
  accounts: { 'zh-CN': '账号', en: 'Accounts' },
  audit: { 'zh-CN': '操作日志', en: 'Audit' },
  /** What an indicator takes from a survey. */
  asks: {
    composite: (group: string) => ({
      'zh-CN': `${group}：综合满意度`,
      en: `${group}: composite satisfaction`,
    }),
    'item-satisfaction': (group: string, item: string) => ({
      'zh-CN': `${group}：题目 ${item} 的满意度`,
      en: `${group}: satisfaction of item ${item}`,
    }),
    'option-share': (group: string, item: string) => ({
      'zh-CN': `${group}：题目 ${item} 各选项的占比`,
      en: `${group}: shares of the options of item ${item}`,
    }),
    feeds: (codes: string, n: number) => ({
      'zh-CN': `→\u00a0指标\u00a0${codes}`,
      en: n === 1 ? `→\u00a0indicator\u00a0${codes}` : `→\u00a0indicators\u00a0${codes}`,
    }),
    comma: { 'zh-CN': '、', en: ', ' },
    none: { 'zh-CN': '不用调查', en: 'Needs no survey' },
  },
  details: {
    title: { 'zh-CN': '项目资料', en: 'Details' },
  },
  people: {
    title: { 'zh-CN': '人员', en: 'People' },
  },
  /** What is shown only once. */
  once: {
    done: { 'zh-CN': '已保存，关闭', en: 'Saved, close' },
    close: { 'zh-CN': '关闭', en: 'Close' },
    back: { 'zh-CN': '返回', en: 'Go back' },
    closeAnyway: { 'zh-CN': '仍然关闭', en: 'Close all the same' },
  },
  /** Links that let one person in, or choose a password, once. */
  links: {
    make: { 'zh-CN': '生成邀请链接', en: 'Make a link' },
    note: { 'zh-CN': '给谁（选填）', en: 'For whom (optional)' },
    noteHint: {
      'zh-CN': '只写给自己看，方便日后认出这个链接，例如：财政局 王工。',
      en: 'For you alone, to know the link again: Ms Wang, finance bureau.',
    },
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
    openTitle: { 'zh-CN': '还没有使用的链接', en: 'Links not used yet' },
    none: { 'zh-CN': '没有等待使用的链接。', en: 'No link is waiting to be used.' },
    noteNone: { 'zh-CN': '未注明', en: 'Not noted' },
    until: { 'zh-CN': '有效期至', en: 'Good until' },
    madeBy: { 'zh-CN': '由谁生成', en: 'Made by' },
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
  },
  newPassword: {
    label: { 'zh-CN': '密码', en: 'Password' },
    rules: {
      'zh-CN':
        '至少 12 个字符，汉字、空格都可以。几个互不相干的词连起来，好记又难猜；不要用姓名、生日、电话或常见词。不必混用大小写和符号。',
      en: 'At least 12 characters of any kind, spaces too. Several unrelated words are easy to remember and hard to guess; no names, birthdays, telephone numbers or common words. Capitals and symbols are not needed.',
    },
    show: { 'zh-CN': '显示密码', en: 'Show password' },
  },
  expression: {
    insert: { 'zh-CN': '插入基础数据…', en: 'Insert a cell…' },
    insertInto: (field: string) => ({
      'zh-CN': `在${field}中插入基础数据`,
      en: `Insert a cell into ${field}`,
    }),
  },
  surveyStates: {
    draft: { 'zh-CN': '未开放', en: 'Not opened' },
    'not-yet': { 'zh-CN': '未到开始时间', en: 'Not begun yet' },
    open: { 'zh-CN': '收集中', en: 'Collecting' },
    closed: { 'zh-CN': '已结束', en: 'Closed' },
  },
  period: (from: string | null, to: string | null) => ({
    'zh-CN': `${from ? `${from} ` : ''}${to ? `至 ${to}` : '起'}（北京时间）`,
    en: `${from ? `from ${from} ` : ''}${to ? `to ${to} ` : ''}(Beijing time)`,
  }),
  provenanceMeans: {
    collected: { 'zh-CN': '', en: '' },
    imported: {
      'zh-CN': '答卷由外部文件导入，有效性按同样的规则判定。',
      en: 'The responses were imported from a file and judged by the same validity rules.',
    },
    reconstructed: {
      'zh-CN':
        '报告只公布了每个选项的人数，单份答卷按这些人数重建：每题的人数与公布一致，但一份答卷里各题的搭配是任意的。因此频数、满意度可以使用，题与题的交叉不能使用。',
      en: 'Only the number of answers per option was published, and single responses were rebuilt from it: the counts of each item are as published, but which answers stand together in one response is arbitrary. Frequencies and satisfaction can be used; nothing that crosses one item with another can.',
    },
    synthetic: {
      'zh-CN': '答卷是为试用生成的，不代表任何人的意见。',
      en: 'The responses were generated for trying things out and are nobody’s opinion.',
    },
  },
  questionnaires: {
    chooseAction: { 'zh-CN': '选择问卷', en: 'Choose a questionnaire' },
  },
  protection: {
    ways: {
      open: { 'zh-CN': '公开链接', en: 'Open link' },
      code: { 'zh-CN': '一次性访问码', en: 'Single-use codes' },
    },
    means: {
      open: {
        'zh-CN':
          '任何人凭链接作答。同一设备再次提交，答卷照收并标为疑点；同一网络短时间内的大量提交会被限速。不保存网络地址。',
        en: 'Whoever has the link. A second response from a device is kept and flagged; a flood from one network is slowed down. No network address is stored.',
      },
      code: {
        'zh-CN':
          '每人一个访问码，每个只收一份答卷，用过即作废。系统只记访问码用过没有，不记它交的是哪一份。',
        en: 'Whoever has a code; each is good for one response. Only that a code is spent is kept, never which response it came with.',
      },
    },
  },
  feeds: {
    feeds: (indicators: number) => ({
      'zh-CN': '用于指标',
      en: indicators === 1 ? 'Feeds indicator' : 'Feeds indicators',
    }),
    none: { 'zh-CN': '不用于评分', en: 'Does not feed the score' },
    notAsked: { 'zh-CN': '本指标体系不用', en: 'Not used by this indicator system' },
    /** Before the indicators of a survey that is combined with others. */
    together: {
      weighted: (others: string[], weight: string) => ({
        'zh-CN': `按权重 ${weight} 与 ${others.join('、')} 合并后`,
        en: `Combined by the weight ${weight} with ${others.join(', ')}:`,
      }),
      pooled: (others: string[]) => ({
        'zh-CN': `与 ${others.join('、')} 的答卷合并计算后`,
        en: `Pooled with the responses of ${others.join(', ')}:`,
      }),
    },
    /** A respondent group that indicators ask and no survey has. */
    surveyMissing: (indicators: string[], group: string) => ({
      'zh-CN': `指标 ${indicators.join('、')} 需要“${group}”的调查，还没有。`,
      en: `${indicators.length === 1 ? 'Indicator' : 'Indicators'} ${indicators.join(', ')}: a survey of “${group}” is needed, and there is none yet.`,
    }),
  },
  allPoints: { 'zh-CN': '全部调查点', en: 'All collection points' },
  allChannels: { 'zh-CN': '全部渠道', en: 'All channels' },
} satisfies Words;
