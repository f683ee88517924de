import type { Words } from '../translation.ts';

/** What is pointed out of a survey's fieldwork (提醒): what it is, what it means, and what to do. */
export const noticesWords = {
  title: { 'zh-CN': '提醒', en: 'To look at' },
  putAside: { 'zh-CN': '搁置', en: 'Put aside' },
  putAsideWhich: (notice: string) => ({
    'zh-CN': `搁置：${notice}`,
    en: `Put aside: ${notice}`,
  }),
  reason: { 'zh-CN': '理由', en: 'Reason' },
  reasonHint: {
    'zh-CN': '写明为什么不用处理，同事都能看到，也记入操作日志。',
    en: 'Why nothing needs doing: colleagues see it, and the audit keeps it.',
  },
  aside: (n: string) => ({ 'zh-CN': `已搁置 ${n} 条`, en: `Put aside: ${n}` }),
  asideBy: (author: string, at: string) => ({
    'zh-CN': `${author} 于 ${at} 搁置`,
    en: `Put aside by ${author}, ${at}`,
  }),
  asideBecause: (reason: string) => ({ 'zh-CN': `理由：${reason}`, en: `Reason: ${reason}` }),
  takeBack: { 'zh-CN': '取消搁置', en: 'Take back' },
  takeBackWhich: (notice: string) => ({
    'zh-CN': `取消搁置：${notice}`,
    en: `Take back: ${notice}`,
  }),
  to: {
    responses: { 'zh-CN': '查看答卷', en: 'See the responses' },
    flagged: { 'zh-CN': '查看这些答卷', en: 'See these responses' },
    points: { 'zh-CN': '查看各调查点', en: 'See the collection points' },
    settings: { 'zh-CN': '修改设置', en: 'Change the settings' },
    survey: { 'zh-CN': '到这项调查', en: 'To the survey' },
  },
  quota: (topic: string, label: string) => ({
    'zh-CN': `“${topic}：${label}”`,
    en: `“${topic}: ${label}”`,
  }),
  says: {
    linkHere: {
      'zh-CN': '手机打不开调查链接',
      en: 'Phones cannot open the survey’s link',
    },
    linkNear: {
      'zh-CN': '同一网络以外的手机打不开调查链接',
      en: 'Phones outside this network cannot open the survey’s link',
    },
    burst: (at: string, n: string) => ({
      'zh-CN': `${at} 一分钟内收到 ${n} 份`,
      en: `${n} responses within one minute, ${at}`,
    }),
    sameDevice: (n: string) => ({
      'zh-CN': `${n} 份答卷来自已经答过的设备`,
      en: `${n} responses from devices that had answered before`,
    }),
    belowPlan: (received: string, share: string) => ({
      'zh-CN': `收到 ${received}，不到计划的 ${share}%`,
      en: `${received} received, below ${share}% of the plan`,
    }),
    lowReturns: (expected: string, share: string) => ({
      'zh-CN': `照现在的进度，到结束约收到 ${expected}，不到计划的 ${share}%`,
      en: `At this pace about ${expected} by the end, below ${share}% of the plan`,
    }),
    fewValid: (valid: string, fewest: string) => ({
      'zh-CN': `有效答卷 ${valid} 份，少于 ${fewest} 份`,
      en: `${valid} valid responses, fewer than ${fewest}`,
    }),
    pointQuiet: (name: string, since: string) => ({
      'zh-CN': `“${name}”从 ${since} 时以后没有新答卷`,
      en: `Nothing new from “${name}” since the hour of ${since}:00`,
    }),
    pointNever: (name: string) => ({
      'zh-CN': `“${name}”还没有收到答卷`,
      en: `Nothing yet from “${name}”`,
    }),
    pointsQuiet: (n: string) => ({
      'zh-CN': `${n} 个调查点没有新答卷`,
      en: `Nothing new from ${n} collection points`,
    }),
    quotaFull: (quota: string, n: string) => ({
      'zh-CN': `${quota}已满 ${n} 份`,
      en: `${quota} is full with ${n}`,
    }),
    quotaAllFull: (topic: string, n: string) => ({
      'zh-CN': `“${topic}”的配额全部完成，共 ${n} 份`,
      en: `Every quota of “${topic}” is full, ${n} in all`,
    }),
    quotaOver: (quota: string, over: string) => ({
      'zh-CN': `${quota}超出配额 ${over} 份`,
      en: `${quota} is over its quota by ${over}`,
    }),
  },
  means: {
    linkHere: {
      'zh-CN':
        '只有运行服务器的电脑能打开。请管理员把 PUBLIC_URL 设为手机能打开的地址，再重新启动。',
      en: 'Only the computer that runs the server can. Have PUBLIC_URL set to an address that phones can open, and the server restarted.',
    },
    linkNear: {
      'zh-CN': '只在现场同一网络里作答的，搁置并写明；否则请管理员把 PUBLIC_URL 设为公网地址。',
      en: 'Where everybody answers in one network, put it aside and say so; otherwise have PUBLIC_URL set to a public address.',
    },
    burst: (others: number) => ({
      'zh-CN': `${others > 0 ? `当天这样的还有 ${others} 分钟。` : ''}如果是集中填写，搁置并写明；不是的，逐份核对，必要时结束调查，另建一项用访问码作答的。`,
      en: `${others > 0 ? `The same in ${others} more ${others === 1 ? 'minute' : 'minutes'} that day. ` : ''}Where people answered together, put it aside and say so; otherwise look at each, and where needed close the survey and set up one that asks for access codes.`,
    }),
    sameDevice: (n: string) => ({
      'zh-CN': `占电子问卷的 ${n}。如果是现场共用设备，搁置并写明；不是的，逐份核对。`,
      en: `${n} of those online. Where people shared a device, put it aside and say so; otherwise look at each.`,
    }),
    belowPlanOpen: (end: string, perDay: string) => ({
      'zh-CN': `${end} 结束；要完成计划，每天需 ${perDay} 份。请催办、补发，或者延后结束时间。`,
      en: `It ends ${end}; ${perDay} a day would reach the plan. Remind people, hand out more, or put the end off.`,
    }),
    belowPlanClosed: {
      'zh-CN': '调查已经结束。可以重新开放继续回收，否则在报告里说明原因。',
      en: 'The survey is closed. Open it again to receive more, or give the reason in the report.',
    },
    lowReturns: (received: string, end: string, perDay: string) => ({
      'zh-CN': `已收到 ${received}，${end} 结束；要完成计划，每天需 ${perDay} 份。请催办、补发，或者延后结束时间。`,
      en: `${received} so far; it ends ${end}, and ${perDay} a day would reach the plan. Remind people, hand out more, or put the end off.`,
    }),
    fewValid: {
      'zh-CN': '样本太少，满意度误差大。能补的继续回收，不能补的在报告里说明。',
      en: 'So few make the satisfaction uncertain. Receive more where that is possible, or say so in the report.',
    },
    pointQuiet: (received: string) => ({
      'zh-CN': `这里收到 ${received}。请问现场：链接和二维码是否还在；做完了的，在设置里关闭。`,
      en: `${received} came from here. Ask on site whether link and QR code are still up; where it is done, close it in the settings.`,
    }),
    pointNever: {
      'zh-CN': '请问现场：链接和二维码是否已经贴出；不去了的，在设置里关闭。',
      en: 'Ask on site whether link and QR code are up; where nobody goes there any more, close it in the settings.',
    },
    pointsQuiet: (names: string) => ({
      'zh-CN': `${names}。请逐个问现场；做完了的，在设置里关闭。`,
      en: `${names}. Ask on site; those that are done, close in the settings.`,
    }),
    quotaFull: {
      'zh-CN': '之后的仍照常接收。不再需要的，请现场停止邀请这类人。',
      en: 'More are taken all the same. Where no more are wanted, stop inviting people of this kind.',
    },
    quotaFullEnds: {
      'zh-CN': '之后这类人会得知名额已满，不再答完。还需要的，在设置里提高配额。',
      en: 'People of this kind are told from now on that there are enough. Where more are wanted, raise the quota in the settings.',
    },
    quotaAllFull: {
      'zh-CN': '要的都齐了。可以结束调查，或者在设置里提高配额。',
      en: 'All that was wanted is there. Close the survey, or raise the quotas in the settings.',
    },
    quotaOver: (valid: string) => ({
      'zh-CN': `有效 ${valid}。请现场停止邀请这类人，多邀请别的；确实需要的，在设置里提高配额。`,
      en: `${valid} valid. Stop inviting people of this kind and invite others; where they are wanted, raise the quota in the settings.`,
    }),
  },
} satisfies Words;
