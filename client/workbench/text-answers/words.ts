import { count } from '../format.ts';
import type { Words } from '../translation.ts';

/** What the open answers say. */
export const textsWords = {
  title: { 'zh-CN': '开放题原文', en: 'Open answers' },
  allItems: { 'zh-CN': '全部开放题', en: 'All open questions' },
  search: { 'zh-CN': '查找词语', en: 'Words to look for' },
  find: { 'zh-CN': '查找', en: 'Find' },
  all: { 'zh-CN': '全部显示', en: 'Show all' },
  total: (n: number) => ({
    'zh-CN': `共 ${count(n)} 条`,
    en: n === 1 ? '1 answer' : `${count(n)} answers`,
  }),
  shown: (n: number, total: number) => ({
    'zh-CN': `共 ${count(total)} 条，已显示 ${count(n)} 条`,
    en: `${count(total)} answers, ${count(n)} shown`,
  }),
  someShown: (n: number) => ({
    'zh-CN': `已找到 ${count(n)} 条，还可以继续查找`,
    en: `${count(n)} found so far; there is more to look through`,
  }),
  none: { 'zh-CN': '没有人填写', en: 'Nobody wrote anything' },
  noneFound: (q: string) => ({
    'zh-CN': `没有写到“${q}”的`,
    en: `Nobody wrote “${q}”`,
  }),
  noneHint: {
    'zh-CN': '只有有效答卷的文字在这里。',
    en: 'Only what valid responses say stands here.',
  },
  noTextItems: { 'zh-CN': '这份问卷没有开放题', en: 'This questionnaire has no open questions' },
  toResponse: { 'zh-CN': '查看答卷', en: 'Response' },
} satisfies Words;
