import type { Words } from '../translation.ts';

/** What stands on a wall. */
export const wallWords = {
  title: { 'zh-CN': '回收情况', en: 'Returns' },
  nothing: { 'zh-CN': '还没有开放的调查', en: 'No survey has opened yet' },
  page: (n: number, of: number) => ({ 'zh-CN': `${n} / ${of}`, en: `${n} / ${of}` }),
  morePoints: (n: number, points: string) => ({
    'zh-CN': `另有 ${points} 个调查点`,
    en: n === 1 ? 'and one more point' : `and ${points} more points`,
  }),
  lost: (time: string) => ({
    'zh-CN': `连接中断，数字截至 ${time}`,
    en: `Connection lost: numbers as of ${time}`,
  }),
} satisfies Words;
