import type { Words } from '../../translation.ts';

/** What the text of a questionnaire says beside what is asked. */
export const questionnaireWords = {
  asked: { 'zh-CN': '题目', en: 'What is asked' },
  minutes: { 'zh-CN': '作答时间', en: 'Takes' },
  about: (minutes: string) => ({ 'zh-CN': `约 ${minutes} 分钟`, en: `about ${minutes} minutes` }),
  placeholders: { 'zh-CN': '由项目填入', en: 'Filled in by the evaluation' },
  formerNames: { 'zh-CN': '曾用名', en: 'Former names' },
  names: {
    department: { 'zh-CN': '部门', en: 'department' },
    place: { 'zh-CN': '所在地', en: 'place' },
    year: { 'zh-CN': '年度', en: 'year' },
  },
  unfilled: (name: string) => ({ 'zh-CN': `〔${name}〕`, en: `[${name}]` }),
  reference: { 'zh-CN': '出处：', en: 'Source:' },
  referenceElsewhere: { 'zh-CN': '出处（只有英文）', en: 'Source (in Chinese only)' },
  requiredUnless: {
    'zh-CN': '没有注明“选填”的题目都是必填。',
    en: 'Items are required unless they say optional.',
  },
  optional: { 'zh-CN': '选填', en: 'optional' },
  openText: (most: number) => ({
    'zh-CN': `文字，最多 ${most} 字`,
    en: `Text, up to ${most} characters`,
  }),
  choices: {
    one: { 'zh-CN': '单选', en: 'one choice' },
    several: { 'zh-CN': '多选', en: 'several choices' },
    atLeast: (min: string) => ({ 'zh-CN': `至少 ${min} 项`, en: `at least ${min}` }),
    atMost: (max: string) => ({ 'zh-CN': `最多 ${max} 项`, en: `at most ${max}` }),
  },
  weights: (full: string) => ({
    'zh-CN': `选项后是权重，满分 ${full}`,
    en: `Each option with its weight, full marks ${full}`,
  }),
  unscored: { 'zh-CN': '不计分', en: 'not scored' },
  exclusive: { 'zh-CN': '单独选', en: 'chosen alone' },
  endsHere: { 'zh-CN': '选此项即结束', en: 'ends here' },
  showIf: (number: string, options: string) => ({
    'zh-CN': `第 ${number} 题选“${options}”时才问`,
    en: `Asked only where item ${number} was answered “${options}”`,
  }),
  or: { 'zh-CN': '”或“', en: '” or “' },
  comma: { 'zh-CN': '、', en: ', ' },
  colon: { 'zh-CN': '：', en: ': ' },
  composite: {
    title: { 'zh-CN': '综合满意度算法', en: 'How the composite is made' },
    none: {
      'zh-CN': '没有满意度题，不计算综合满意度。',
      en: 'There is no satisfaction item, so there is no composite.',
    },
    item: {
      'zh-CN': '一题的满意度：各选项的人数 × 权重，相加后除以计分的答题人数，以满分为 100%。',
      en: 'The satisfaction of an item: answers × weight of each option, added up and divided by the scored answers, with full marks as 100%.',
    },
    mean: (n: number) => ({
      'zh-CN': `下列 ${n} 题满意度的平均`,
      en: n === 1 ? 'The satisfaction of this item' : `The mean of these ${n} items`,
    }),
    weighted: (n: string) => ({
      'zh-CN': `下列 ${n} 题满意度按权重相加`,
      en: `The weighted sum of these ${n} items`,
    }),
    dimensions: (n: string) => ({
      'zh-CN': `先求每个维度各题的平均，再把 ${n} 个维度按权重相加`,
      en: `The mean of each dimension’s items, then the weighted sum of the ${n} dimensions`,
    }),
    pooled: (n: string) => ({
      'zh-CN': `下列 ${n} 题的计分回答全部合在一起计算，答的人多的题占得多`,
      en: `All scored answers to these ${n} items taken together: an item that more people answer counts for more`,
    }),
    overall: { 'zh-CN': '只用下面这一题', en: 'This one item alone' },
    top: (grades: string, n: string) => ({
      'zh-CN': `每题最好的 ${grades} 档占计分回答的比例，再取下列 ${n} 题的平均`,
      en: `The share of the best ${grades === '1' ? 'grade' : `${grades} grades`} among the scored answers, averaged over these ${n} items`,
    }),
    persons: (threshold: string, n: string) => ({
      'zh-CN': `按人计算：本人各题平均达到满分的 ${threshold}% 的算满意，满意的人数 ÷ 有计分回答的人数；计入下列 ${n} 题`,
      en: `By person: the share of those whose own mean over these ${n} items reaches ${threshold}% of full marks, among all with a scored answer`,
    }),
    weight: { 'zh-CN': '权重', en: 'Weight' },
    dimension: { 'zh-CN': '维度', en: 'Dimension' },
  },
} satisfies Words;
