import type { Words } from '../translation.ts';

/** How long single answers are kept, what is said before they are removed, and what after. */
export const retentionWords = {
  title: { 'zh-CN': '单份答卷的保存期限', en: 'How long single answers are kept' },
  kept: (until: string) => ({
    'zh-CN': `现定保存到 ${until}。`,
    en: `They are kept until ${until}.`,
  }),
  keptForEver: {
    'zh-CN': '现在没有期限：随项目一直保存。',
    en: 'There is no such day now: they are kept as long as the evaluation.',
  },
  takes: (responses: string, surveys: string) => ({
    'zh-CN': `到期当天结束后自动删除单份答卷（现有 ${responses} 份，${surveys} 项调查）、开放题原文和访问码，无法恢复；各项调查随之永久关闭。`,
    en: `When that day is over, single responses (now ${responses}, of ${surveys} surveys), open answers and access codes are removed and cannot be brought back; the surveys are closed for good.`,
  }),
  leaves: {
    'zh-CN': '保留：各选项人数、回收数、结果、得分和操作日志，数字不变。以前做的备份不会自动清理。',
    en: 'What stays, to the digit: counts, returns, results, scores and the audit. Backups made before keep what they hold.',
  },
  until: { 'zh-CN': '保存到（北京时间当天结束）', en: 'Keep until the end of (Beijing time)' },
  untilHint: (earliest: string) => ({
    'zh-CN': `如 2027-12-31；删除前要提示 30 天，最早 ${earliest}。留空为一直保存。`,
    en: `Such as 2027-12-31; notice is given for 30 days, so the earliest is ${earliest}. Empty: as long as the evaluation.`,
  }),
  reason: { 'zh-CN': '改期理由', en: 'Reason for the change' },
  reasonHint: {
    'zh-CN': '写入操作日志。',
    en: 'It is kept in the audit.',
  },
  save: { 'zh-CN': '设定期限', en: 'Set the day' },
  saved: { 'zh-CN': '期限已设定。', en: 'The day is set.' },
  unchanged: { 'zh-CN': '没有改动。', en: 'Nothing was changed.' },
  soonTitle: (day: string) => ({
    'zh-CN': `单份答卷保存到 ${day}，当天结束后删除。`,
    en: `Single answers are kept until ${day} and removed when that day is over.`,
  }),
  soon: (responses: string) => ({
    'zh-CN': `届时删除 ${responses} 份答卷、开放题原文和访问码，尚未关闭的调查随之关闭；人数、结果和得分不变。`,
    en: `Then ${responses} responses, open answers and access codes go, and surveys that are not closed are closed; counts, results and scores stay.`,
  }),
  move: { 'zh-CN': '改期', en: 'Move the day' },
  removedTitle: (day: string) => ({
    'zh-CN': `单份答卷已于 ${day} 删除。`,
    en: `Single answers were removed on ${day}.`,
  }),
  removed: {
    'zh-CN':
      '保存期限已到，单份答卷、开放题原文和访问码都已删除。人数、结果和得分不变，但不能再追溯到答卷。',
    en: 'Their time was over: single responses, open answers and access codes are gone. Counts, results and scores are as they were, but lead no further back.',
  },
  textsRemoved: (day: string) => ({
    'zh-CN': `原文已于 ${day} 按保存期限删除。`,
    en: `What was written was removed on ${day}, at the end of its time.`,
  }),
} satisfies Words;
