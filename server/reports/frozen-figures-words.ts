import type { NoUncertainty } from '../../analysis/uncertainty.ts';
import type { Composite } from '../../survey-definitions/composite.ts';
import type { FrozenContent } from '../../survey-definitions/frozen-figures.ts';
import type { Channel } from '../../survey-definitions/response.ts';
import type { Language } from '../../survey-definitions/text.ts';

type Said = Record<Language, string>;

/** What a file of frozen figures says besides what was frozen. */
export const WORDS = {
  sheets: {
    figures: { 'zh-CN': '满意度结果', en: 'Figures' },
    returns: { 'zh-CN': '回收情况', en: 'Returns' },
    notes: { 'zh-CN': '说明', en: 'Notes' },
  },
  group: { 'zh-CN': '调查对象类别', en: 'Respondent group' },
  surveys: { 'zh-CN': '调查（权重）', en: 'Surveys (weight)' },
  survey: { 'zh-CN': '调查', en: 'Survey' },
  quantity: { 'zh-CN': '结果', en: 'Quantity' },
  item: { 'zh-CN': '题目', en: 'Item' },
  topic: { 'zh-CN': '内容', en: 'Topic' },
  base: { 'zh-CN': '答题人数', en: 'Base (n)' },
  exact: { 'zh-CN': '准确值（%）', en: 'Exact (%)' },
  value: { 'zh-CN': '数值（%）', en: 'Value (%)' },
  channel: { 'zh-CN': '回收渠道', en: 'Channel' },
  point: { 'zh-CN': '调查点', en: 'Collection point' },
  planned: { 'zh-CN': '计划发放数', en: 'Planned' },
  handedOut: { 'zh-CN': '实际发放数', en: 'Handed out' },
  received: { 'zh-CN': '收到', en: 'Received' },
  valid: { 'zh-CN': '有效', en: 'Valid' },
  invalid: { 'zh-CN': '无效', en: 'Invalid' },
  ineligible: { 'zh-CN': '不符合调查条件', en: 'Ineligible' },
  onHold: { 'zh-CN': '待核实', en: 'On hold' },
  responseRate: { 'zh-CN': '回收率', en: 'Response rate' },
  all: { 'zh-CN': '合计', en: 'All' },
  noPoint: { 'zh-CN': '未注明调查点', en: 'No point' },
  evaluation: { 'zh-CN': '绩效评价项目', en: 'Evaluation' },
  frozenAt: { 'zh-CN': '定稿时间（北京时间）', en: 'Frozen at (Beijing time)' },
  frozenBy: { 'zh-CN': '定稿人', en: 'Frozen by' },
  id: { 'zh-CN': '定稿编号', en: 'Id' },
  hash: { 'zh-CN': '校验码（SHA-256）', en: 'Hash (SHA-256)' },
  responses: { 'zh-CN': '答卷校验码（SHA-256）', en: 'Hash of responses (SHA-256)' },
  responsesRemoved: {
    'zh-CN': '答卷已按期删除',
    en: 'Answers were removed at the end of their time',
  },
  questionnaire: { 'zh-CN': '问卷', en: 'Questionnaire' },
  composite: { 'zh-CN': '综合满意度（%）', en: 'Composite satisfaction (%)' },
  method: { 'zh-CN': '综合满意度算法', en: 'Composite method' },
  uncertainty: { 'zh-CN': '95% 置信区间', en: '95% interval' },
  descriptive: {
    'zh-CN': '自愿参加的样本，只描述答卷人',
    en: 'opt-in sample, describes those who answered only',
  },
} satisfies Record<string, Said | Record<string, Said>>;

export const CHANNEL_WORDS: Record<Channel, Said> = {
  online: { 'zh-CN': '电子问卷', en: 'Online' },
  paper: { 'zh-CN': '现场纸质', en: 'On paper' },
  import: { 'zh-CN': '外部导入', en: 'Imported' },
};

export const QUANTITY_WORDS: Record<FrozenContent['figures'][number]['quantity'], Said> = {
  composite: { 'zh-CN': '综合满意度', en: 'Composite satisfaction' },
  'item-satisfaction': { 'zh-CN': '满意度', en: 'Satisfaction' },
  'option-share': { 'zh-CN': '选项占比', en: 'Share of an option' },
};

const METHOD_WORDS: Record<Composite['method'] | 'mean', Said> = {
  mean: { 'zh-CN': '各题的平均', en: 'mean of the items' },
  items: { 'zh-CN': '各题加权平均', en: 'weighted mean of the items' },
  dimensions: { 'zh-CN': '各维度加权平均', en: 'weighted mean of the dimensions' },
  pooled: { 'zh-CN': '所有回答的平均', en: 'mean of all answers' },
  overall: { 'zh-CN': '总体满意度一题', en: 'the item of overall satisfaction' },
  top: { 'zh-CN': '满意率（最好的几档所占比例）', en: 'share of the best grades' },
  persons: { 'zh-CN': '达到标准的人所占比例', en: 'share of those who reach the threshold' },
};

/** How a composite was made; a method of a later version stands there by its name. */
export const sayMethod = (method: string, language: Language): string =>
  (METHOD_WORDS as Record<string, Said>)[method]?.[language] ?? method;

const NO_UNCERTAINTY_WORDS: Record<NoUncertainty, Said> = {
  reconstructed: {
    'zh-CN': '无：按公布数重建的答卷推不出',
    en: 'none: cannot be told of responses rebuilt from published counts',
  },
  'several-surveys': { 'zh-CN': '无：由几项调查合并', en: 'none: several surveys are combined' },
  method: { 'zh-CN': '无：这种算法没有', en: 'none: not known for this method' },
  'no-answers': { 'zh-CN': '无：还没有计入的回答', en: 'none: no answer counts yet' },
  'too-few': { 'zh-CN': '无：计入的答卷不足两份', en: 'none: fewer than two responses count' },
  incomplete: {
    'zh-CN': '无：未作答的题超过 5%',
    en: 'none: more than 5% of the scored answers are missing',
  },
  'answers-removed': {
    'zh-CN': '无：答卷已按期删除',
    en: 'none: answers were removed at the end of their time',
  },
};

/** Why there is no interval. */
export const sayNoUncertainty = (none: string, language: Language): string =>
  (NO_UNCERTAINTY_WORDS as Record<string, Said>)[none]?.[language] ?? none;
