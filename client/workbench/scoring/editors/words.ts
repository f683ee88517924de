import type { Words } from '../../translation.ts';

/** What the editors of the scoring rules say. */
export const editorsWords = {
  upTo: (weight: string) => ({ 'zh-CN': `0 至 ${weight} 分`, en: `0 to ${weight} points` }),
  checklistMet: (met: number, part: number, all: number) => ({
    'zh-CN': part > 0 ? `达到 ${met}、部分 ${part} / ${all} 项` : `达到 ${met} / ${all} 项`,
    en: part > 0 ? `${met} met, ${part} partly, of ${all}` : `${met} of ${all} met`,
  }),
  vetoed: { 'zh-CN': '一票否决', en: 'Vetoed' },
  value: { 'zh-CN': '业绩值', en: 'Actual value' },
  target: (target: string) => ({ 'zh-CN': `目标值 ${target}`, en: `Target ${target}` }),
  done: { 'zh-CN': '完成数', en: 'Done' },
  planned: { 'zh-CN': '计划数', en: 'Planned' },
  met: { 'zh-CN': '是否达到', en: 'Is it met?' },
  yes: { 'zh-CN': '达到', en: 'Met' },
  no: { 'zh-CN': '未达到', en: 'Not met' },
  events: { 'zh-CN': '发生次数', en: 'Number of events' },
  perEvent: (points: string) => ({
    'zh-CN': `每次扣 ${points} 分，扣完为止。`,
    en: `${points} points off each, down to 0.`,
  }),
  case: { 'zh-CN': '属于哪种情形', en: 'Which case applies?' },
  points: (points: string) => ({ 'zh-CN': `${points} 分`, en: `${points} points` }),
  credit: { 'zh-CN': '给分比例（0–1）', en: 'Credit (0–1)' },
  creditHint: {
    'zh-CN': '没有选项达到规定占比，由评价组确定给分比例。',
    en: 'No option reaches the share the rule asks for; a scorer sets the credit.',
  },
  how: (field: string) => ({ 'zh-CN': `${field}怎样得来`, en: `How ${field} is had` }),
  typed: { 'zh-CN': '直接填写', en: 'Typed' },
  computed: { 'zh-CN': '由基础数据计算', en: 'From base data' },
  expression: (field: string) => ({
    'zh-CN': `${field}的计算式`,
    en: `Expression for ${field}`,
  }),
  example: {
    'zh-CN': '写法如 budget@2019 ÷ budget@2018 × 100，编码@列，四则运算和括号。',
    en: 'Written as in budget@2019 ÷ budget@2018 × 100: code@column, four operations, brackets.',
  },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  veto: { 'zh-CN': '出现时本指标得 0 分', en: 'the indicator gets 0 where this holds' },
  credits: {
    '1': { 'zh-CN': '达到', en: 'Met' },
    part: { 'zh-CN': '部分', en: 'Partly' },
    '0': { 'zh-CN': '未达到', en: 'Not met' },
  },
} satisfies Words;
