import type { Words } from '../translation.ts';

/** What the list of definitions and the head of each say. */
export const definitionsWords = {
  what: {
    'zh-CN': '问卷和评价指标体系各是一个 JSON 文件。发布后不再改动，修订另立新版。',
    en: 'Questionnaires and indicator systems are JSON files. Once published they never change; a revision is a new version.',
  },
  upload: { 'zh-CN': '上传文件', en: 'Upload a file' },
  download: { 'zh-CN': '下载 JSON', en: 'Download JSON' },
  kinds: {
    questionnaires: { 'zh-CN': '问卷', en: 'Questionnaires' },
    'indicator-systems': { 'zh-CN': '评价指标体系', en: 'Indicator systems' },
  },
  none: { 'zh-CN': '还没有', en: 'None yet' },
  items: { 'zh-CN': '题数', en: 'Items' },
  indicators: { 'zh-CN': '指标数', en: 'Indicators' },
  levels: { 'zh-CN': '一级指标与分值', en: 'Level 1 and weights' },
  versions: { 'zh-CN': '版本', en: 'Versions' },
  version: (version: string) => ({ 'zh-CN': `第 ${version} 版`, en: `Version ${version}` }),
  newest: { 'zh-CN': '最新', en: 'newest' },
  published: (version: string) => ({
    'zh-CN': `第 ${version} 版已发布，可以使用了。`,
    en: `Version ${version} is published and can be used.`,
  }),
  id: { 'zh-CN': '编号', en: 'Id' },
  thisVersion: { 'zh-CN': '版本', en: 'Version' },
  others: { 'zh-CN': '其他版本', en: 'Other versions' },
  doubts: (n: number) => ({
    'zh-CN': `设计上有 ${n} 处提醒，不妨碍使用`,
    en:
      n === 1
        ? '1 warning about its design; it can be used'
        : `${n} warnings about its design; it can be used`,
  }),
  reference: { 'zh-CN': '出处', en: 'Source' },
} satisfies Words;
