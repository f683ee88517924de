import type { Words } from '../translation.ts';

/** What the fields of a survey's plan say, when it is planned and when it is corrected. */
export const planningWords = {
  total: { 'zh-CN': '计划发放数', en: 'Planned' },
  ofThem: (channel: string) => ({
    'zh-CN': `其中${channel}`,
    en: `of them: ${channel.toLowerCase()}`,
  }),
  phase: { 'zh-CN': '阶段', en: 'Phase' },
  phaseHint: {
    formal: {
      'zh-CN': '结果进入评分；同类中已有一项用于评分时，改选后才进入。',
      en: 'Its results are scored; where another survey of the group is scored already, only once somebody chooses this one.',
    },
    pilot: {
      'zh-CN': '只用来检验问卷，结果不进入评分。',
      en: 'Only tests the questionnaire; its results are never scored.',
    },
  },
  opensAt: { 'zh-CN': '开始时间', en: 'Opens at' },
  closesAt: { 'zh-CN': '结束时间', en: 'Closes at' },
  mayStayEmpty: { 'zh-CN': '选填', en: 'optional' },
  timeHint: {
    'zh-CN': '选填，例如 2026-11-21 23:59',
    en: 'optional, such as 2026-11-21 23:59',
  },
  closesFirst: {
    'zh-CN': '结束时间应晚于开始时间。',
    en: 'The end must come after the beginning.',
  },
  moreThanTotal: (sum: number, total: number) => ({
    'zh-CN': `各渠道合计 ${sum} 份，多于计划发放数 ${total} 份。`,
    en: `The channels make ${sum}, more than the ${total} planned.`,
  }),
  population: { 'zh-CN': '总体人数', en: 'Population' },
  sampling: { 'zh-CN': '抽样方式', en: 'Sampling' },
  access: { 'zh-CN': '作答方式', en: 'Who can answer' },
  proofOfWork: {
    'zh-CN': '提交前要求浏览器完成验证计算',
    en: 'Ask the browser for a proof of work first',
  },
  proofOfWorkHint: {
    'zh-CN':
      '让脚本批量提交变慢，对一般人几乎没有影响；但不启用 JavaScript 的浏览器将无法提交。链接公开张贴、担心刷票时再选。',
    en: 'Slows scripts down and hardly anybody else, but a browser without JavaScript cannot send. For links that are posted in public.',
  },
  sampleSize: {
    title: { 'zh-CN': '样本量测算（选填）', en: 'Sample size (optional)' },
    what: {
      'zh-CN':
        '算出需要回收多少份有效答卷。适用于随机抽样；自愿作答的调查算得再多，也说明不了没有作答的人。',
      en: 'Works out how many valid responses are needed. It holds for random samples; of whoever volunteers, no number speaks for those who did not answer.',
    },
    of: { 'zh-CN': '要估计的是', en: 'What is estimated' },
    ofWhat: {
      share: { 'zh-CN': '比例（如满意率）', en: 'A share' },
      mean: { 'zh-CN': '平均分（如满意度）', en: 'A mean of 0-100' },
    },
    confidence: { 'zh-CN': '置信水平', en: 'Confidence' },
    margin: { 'zh-CN': '允许误差', en: 'Margin of error' },
    points: { share: { 'zh-CN': '个百分点', en: 'points' }, mean: { 'zh-CN': '分', en: 'points' } },
    share: { 'zh-CN': '预计比例', en: 'Expected share' },
    shareHint: {
      'zh-CN': '没有把握时填 50，所需份数最多。',
      en: 'Where nobody knows, 50: it takes most.',
    },
    deviation: { 'zh-CN': '预计标准差', en: 'Expected standard deviation' },
    deviationHint: {
      'zh-CN': '取自试调查或上年的调查；没有时填 25，较为稳妥。',
      en: 'From a pilot or last year’s survey; 25 is cautious where there is none.',
    },
    designEffect: { 'zh-CN': '设计效应', en: 'Design effect' },
    designEffectHint: {
      'zh-CN': '简单随机抽样为 1；整群抽样常为 1.5 到 2。',
      en: '1 for a simple random sample; often 1.5 to 2 for clusters.',
    },
    returnRate: { 'zh-CN': '预计有效回收率', en: 'Expected to come back valid' },
    returnRateHint: {
      'zh-CN': '选填；填写后按它推算发放数。',
      en: 'optional; how many to hand out follows from it',
    },
    noPopulation: {
      'zh-CN': '未填写总体人数，按总体很大计算；在下面填写后按有限总体修正。',
      en: 'No population is given below, so it is taken as very large.',
    },
    part: {
      share: { 'zh-CN': '预计比例', en: 'The expected share' },
      deviation: { 'zh-CN': '预计标准差', en: 'The expected standard deviation' },
      margin: { 'zh-CN': '允许误差', en: 'The margin of error' },
      designEffect: { 'zh-CN': '设计效应', en: 'The design effect' },
      returnRate: { 'zh-CN': '预计有效回收率', en: 'The share expected to come back valid' },
    },
    lacking: (part: string, min: number, max: number) => ({
      'zh-CN': `${part}填 ${min} 到 ${max} 之间的数，就能算出结果。`,
      en: `${part} has to be a number from ${min} to ${max}.`,
    }),
    lackingPopulation: {
      'zh-CN': '总体人数应是大于 0 的整数，或者留空。',
      en: 'The population has to be a whole number above 0, or blank.',
    },
    write: { 'zh-CN': '写入计划', en: 'Write into the plan' },
    written: { 'zh-CN': '计划依据', en: 'Basis of the plan' },
    remove: { 'zh-CN': '不保留依据', en: 'Do not keep the basis' },
    precision: {
      share: (confidence: string, margin: string) => ({
        'zh-CN': `${confidence}% 置信水平、误差不超过 ${margin} 个百分点`,
        en: `At ${confidence}% confidence and within ${margin} percentage points`,
      }),
      mean: (confidence: string, margin: string) => ({
        'zh-CN': `${confidence}% 置信水平、误差不超过 ${margin} 分`,
        en: `At ${confidence}% confidence and within ${margin} points`,
      }),
    },
    ofShare: (percent: string) => ({
      'zh-CN': `预计比例 ${percent}%`,
      en: `expected share ${percent}%`,
    }),
    ofDeviation: (points: string) => ({
      'zh-CN': `标准差 ${points} 分`,
      en: `standard deviation ${points}`,
    }),
    ofDesign: (effect: string) => ({
      'zh-CN': `设计效应 ${effect}`,
      en: `design effect ${effect}`,
    }),
    ofPopulation: (people: string) => ({
      'zh-CN': `总体 ${people} 人`,
      en: `population ${people}`,
    }),
    comma: { 'zh-CN': '、', en: ', ' },
    needed: (precision: string, rest: string, n: string) => ({
      'zh-CN': `${precision}（${rest}），需回收有效答卷 ${n} 份`,
      en: `${precision} (${rest}): ${n} valid responses needed`,
    }),
    handOut: (needed: string, rate: string, n: string) => ({
      'zh-CN': `${needed}；按预计有效回收率 ${rate}% 须发放 ${n} 份`,
      en: `${needed}; with ${rate}% coming back valid, ${n} to be handed out`,
    }),
    all: (said: string) => ({
      'zh-CN': `${said}，多于总体人数：须向全部人员发放，仍可能不足`,
      en: `${said}, more than there are people: ask all of them, and it may still fall short`,
    }),
    stop: (said: string) => ({ 'zh-CN': `${said}。`, en: `${said}.` }),
  },
  quotas: {
    title: { 'zh-CN': '配额与总体比例（选填）', en: 'Quotas and the population (optional)' },
    what: {
      'zh-CN':
        '按单选题的选项填写：配额是想收到多少份有效答卷；总体比例是调查对象中各类人所占的比例。收答时随时看得到还差多少、与总体差多少。',
      en: 'By the options of single-choice questions: a quota is how many valid responses are wanted; the population’s shares are how large each kind is among all who could be asked. While answers come in, what is missing and how far they are from the population is in sight.',
    },
    quotaOf: (option: string) => ({ 'zh-CN': `${option}：配额`, en: `${option}: quota` }),
    shareOf: (option: string) => ({
      'zh-CN': `${option}：总体比例`,
      en: `${option}: share of the population`,
    }),
    sum: (percent: string) => ({
      'zh-CN': `总体比例合计 ${percent}%（应为 100%）`,
      en: `The shares add up to ${percent}% (to be 100%)`,
    }),
    notHundred: (percent: string) => ({
      'zh-CN': `各选项的总体比例合计 ${percent}%，应为 100%。`,
      en: `The shares add up to ${percent}%; they must make 100%.`,
    }),
    ends: { 'zh-CN': '满额后结束问卷', en: 'End the questionnaire where a quota is full' },
    endsHint: {
      'zh-CN':
        '某一类满额后，再来的这一类答卷人会被客气地告知不用再答，答卷照收，记为不符合调查条件；不勾选时只在回收页提醒。',
      en: 'Whoever of a kind comes after its quota is full is kindly told that there is nothing more to answer; the response is taken, as ineligible. Otherwise a full quota is only pointed out.',
    },
    source: { 'zh-CN': '总体比例的来源', en: 'Source of the shares' },
    sourceHint: { 'zh-CN': '选填，如统计年鉴', en: 'optional, such as a yearbook' },
  },
  points: {
    title: { 'zh-CN': '调查点', en: 'Collection points' },
    what: {
      'zh-CN':
        '选填。调查在几个乡镇、办事大厅或下属单位进行时，每个调查点有自己的链接和二维码，回收和结果可以分点查看。',
      en: 'Optional. Where a survey is carried out in several townships, halls or subordinate units, each point has a link and a QR code of its own, and returns and results can be told apart by it.',
    },
    paste: {
      'zh-CN': '可以从电子表格整列粘贴：名称，或名称和计划数两列。按回车添加下一个。',
      en: 'Columns can be pasted from a spreadsheet: names, or names and planned numbers. Enter adds the next.',
    },
    id: { 'zh-CN': '编号', en: 'Id' },
    idHint: {
      'zh-CN': '编号写在链接里（?p=编号），用小写字母、数字和连字符。',
      en: 'The id stands in the link (?p=id): lower-case letters, digits and hyphens.',
    },
    name: { 'zh-CN': '名称', en: 'Name' },
    plan: { 'zh-CN': '计划', en: 'Planned' },
    of: (what: string, row: number) => ({
      'zh-CN': `第 ${row} 个调查点：${what}`,
      en: `Collection point ${row}: ${what.toLowerCase()}`,
    }),
    add: { 'zh-CN': '添加调查点', en: 'Add a collection point' },
    remove: { 'zh-CN': '移除', en: 'Remove' },
    removeOf: (row: number, name: string) => ({
      'zh-CN': `移除第 ${row} 个调查点 ${name}`,
      en: `Remove collection point ${row} ${name}`,
    }),
    close: { 'zh-CN': '关闭', en: 'Closed' },
    closeOf: (row: number, name: string) => ({
      'zh-CN': `关闭第 ${row} 个调查点 ${name}`,
      en: `Close collection point ${row} ${name}`,
    }),
    hasResponses: {
      'zh-CN': '已有答卷或已登记发放的调查点不能移除，只能关闭。',
      en: 'A point that has responses, or where some were handed out, cannot be removed, only closed.',
    },
    received: (received: string) => ({ 'zh-CN': `${received} 份`, en: `${received} received` }),
    closing: (received: string) => ({
      'zh-CN': `关闭后这个点的链接不再让人开始作答；已收到的 ${received} 份保留，已经打开的仍可提交。`,
      en: `Closed, its link lets nobody begin any more; the ${received} received stay, and whoever has begun can still send.`,
    }),
    sum: (sum: string, total: string) => ({
      'zh-CN': `各点计划合计 ${sum}，计划发放数 ${total}。`,
      en: `The points are planned for ${sum} together, the survey for ${total}.`,
    }),
    sumAlone: (sum: string) => ({
      'zh-CN': `各点计划合计 ${sum}。`,
      en: `The points are planned for ${sum} together.`,
    }),
    over: { 'zh-CN': '多于计划发放数', en: 'More than planned in all' },
    moreThanTotal: (sum: number, total: number) => ({
      'zh-CN': `各点计划合计 ${sum} 份，多于计划发放数 ${total} 份。`,
      en: `The points make ${sum} together, more than the ${total} planned.`,
    }),
    pointId: {
      'zh-CN': '编号用小写字母、数字和连字符，不超过 40 个字符。',
      en: 'An id is of lower-case letters, digits and hyphens, 40 at most.',
    },
    samePointId: {
      'zh-CN': '这个编号前面已经用过。',
      en: 'Another point above has this id.',
    },
    pointName: {
      'zh-CN': '请填写调查点的名称，或移除这一行。',
      en: 'Please name the collection point, or remove the line.',
    },
    longPointName: (most: number) => ({
      'zh-CN': `名称最多 ${most} 字。`,
      en: `A name has ${most} characters at most.`,
    }),
    pointPlan: { 'zh-CN': '请填写整数。', en: 'Please give a whole number.' },
    tooManyPoints: (most: number) => ({
      'zh-CN': `一项调查最多 ${most} 个调查点。`,
      en: `A survey has ${most} collection points at most.`,
    }),
  },
} satisfies Words;
