import type { Words } from '../translation.ts';

/** What is said of the fieldwork of a survey wherever it is shown. */
export const progressWords = {
  wall: { 'zh-CN': '大屏显示', en: 'Show on a wall' },
  pace: {
    comma: { 'zh-CN': '，', en: ', ' },
    missing: (n: string) => ({ 'zh-CN': `还差 ${n} 份`, en: `${n} still missing` }),
    reached: { 'zh-CN': '已达到计划', en: 'The plan is reached' },
    short: (n: string, planned: string) => ({
      'zh-CN': `比计划的 ${planned} 份少收 ${n} 份`,
      en: `${n} fewer than the ${planned} planned`,
    }),
    noEnd: { 'zh-CN': '没有定结束时间', en: 'no end is set' },
    lastHour: { 'zh-CN': '还剩不到 1 小时', en: 'less than an hour left' },
    hours: (n: string) => ({
      'zh-CN': `还剩 ${n} 小时`,
      en: n === '1' ? '1 hour left' : `${n} hours left`,
    }),
    days: (n: string) => ({ 'zh-CN': `还剩 ${n} 天`, en: `${n} days left` }),
    needed: (n: string) => ({ 'zh-CN': `每天需 ${n} 份`, en: `${n} a day needed` }),
    lately: (n: string) => ({
      'zh-CN': `近三天每天 ${n} 份`,
      en: `${n} a day over the last three days`,
    }),
  },
} satisfies Words;
