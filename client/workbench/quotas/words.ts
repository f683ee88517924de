import type { Words } from '../translation.ts';

export const quotaWords = {
  quotaOf: (item: string) => ({ 'zh-CN': `配额：${item}`, en: `Quota: ${item}` }),
  ends: { 'zh-CN': '满额后结束问卷', en: 'ends the questionnaire where full' },
  missing: (n: string) => ({ 'zh-CN': `还差 ${n}`, en: `${n} to come` }),
  full: { 'zh-CN': '已满', en: 'full' },
  over: (n: string) => ({ 'zh-CN': `超出 ${n}`, en: `${n} over` }),
  sharesOf: (item: string, n: string, source: string | null) => ({
    'zh-CN': `与总体的差距：${item}（有效答卷 n=${n}${source === null ? '' : `；来源：${source}`}）`,
    en: `Distance from the population: ${item} (valid responses, n=${n}${source === null ? '' : `; source: ${source}`})`,
  }),
  option: { 'zh-CN': '选项', en: 'Option' },
  population: { 'zh-CN': '总体（%）', en: 'Population (%)' },
  responses: { 'zh-CN': '答卷（%）', en: 'Responses (%)' },
  distance: { 'zh-CN': '差距（百分点）', en: 'Distance (points)' },
} satisfies Words;
