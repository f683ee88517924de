import type { Words } from '../translation.ts';
import type { BarSpan } from './arrival-bars.ts';

/** What the chart of arrivals says, and its table. */
export const arrivalsWords = {
  nothingYet: { 'zh-CN': '还没有收到答卷。', en: 'No responses yet.' },
  span: {
    label: { 'zh-CN': '按日还是按时', en: 'By day or by hour' },
    day: { 'zh-CN': '按日', en: 'By day' },
    week: { 'zh-CN': '按周', en: 'By week' },
    hour: { 'zh-CN': '按时', en: 'By hour' },
  },
  form: {
    label: { 'zh-CN': '图还是表', en: 'As a chart or a table' },
    chart: { 'zh-CN': '图', en: 'Chart' },
    table: { 'zh-CN': '表', en: 'Table' },
  },
  axis: {
    day: { 'zh-CN': '每天收到的份数', en: 'Responses a day' },
    week: { 'zh-CN': '每周收到的份数', en: 'Responses a week' },
    hour: { 'zh-CN': '每小时收到的份数', en: 'Responses an hour' },
  },
  rest: { 'zh-CN': '其余', en: 'Others' },
  now: {
    day: { 'zh-CN': '今天', en: 'today' },
    week: { 'zh-CN': '本周', en: 'this week' },
    hour: { 'zh-CN': '现在', en: 'now' },
  },
  time: {
    day: { 'zh-CN': '日期', en: 'Day' },
    week: { 'zh-CN': '一周的第一天', en: 'First day of the week' },
    hour: { 'zh-CN': '时间', en: 'Hour' },
  },
  week: (first: string) => ({ 'zh-CN': `${first} 起 7 天`, en: `7 days from ${first}` }),
  /** Before the end of a stretch. */
  from: (from: string) => ({ 'zh-CN': `${from} 至`, en: `${from} to` }),
  beijing: { 'zh-CN': '时间为北京时间。', en: 'In Beijing time.' },
  needed: (n: string) => ({ 'zh-CN': `每天需 ${n} 份`, en: `${n} a day needed` }),
  /** What the chart shows, for those who do not see it. */
  summary: (said: { span: BarSpan; bars: string; received: string; most: string; at: string }) => {
    const zh = { day: '天', week: '周', hour: '小时' }[said.span];
    const en = { day: 'days', week: 'weeks', hour: 'hours' }[said.span];
    return {
      'zh-CN': `柱形图：${said.bars} ${zh}里收到 ${said.received} 份，最多的是 ${said.at}，${said.most} 份。`,
      en: `Bar chart: ${said.received} received over ${said.bars} ${en}, the most at ${said.at}: ${said.most}.`,
    };
  },
} satisfies Words;
