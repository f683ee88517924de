import type { Words } from './translation.ts';

/** The trade’s terms, those of the vocabulary, which many screens use. */
export const tradeTerms = {
  satisfaction: { 'zh-CN': '满意度', en: 'Satisfaction' },
  composite: { 'zh-CN': '综合满意度', en: 'Composite satisfaction' },
  total: { 'zh-CN': '总分', en: 'Total' },
  indicatorSystem: { 'zh-CN': '评价指标体系', en: 'Indicator system' },
  questionnaire: { 'zh-CN': '问卷', en: 'Questionnaire' },
  respondentGroup: { 'zh-CN': '调查对象类别', en: 'Respondent group' },
  channel: { 'zh-CN': '回收渠道', en: 'Channel' },
  plan: { 'zh-CN': '计划', en: 'Planned' },
  handedOut: { 'zh-CN': '实际发放', en: 'Handed out' },
  point: { 'zh-CN': '调查点', en: 'Collection point' },
  responseRate: { 'zh-CN': '回收率', en: 'Response rate' },
  received: { 'zh-CN': '收到', en: 'Received' },
  valid: { 'zh-CN': '有效', en: 'Valid' },
  invalid: { 'zh-CN': '无效', en: 'Invalid' },
  ineligible: { 'zh-CN': '不符合调查条件', en: 'Ineligible' },
  flagged: { 'zh-CN': '疑点', en: 'Flagged' },
  disposition: { 'zh-CN': '有效性', en: 'Disposition' },
  sum: { 'zh-CN': '合计', en: 'Sum' },
  item: { 'zh-CN': '题目', en: 'Item' },
  option: { 'zh-CN': '选项', en: 'Option' },
  base: { 'zh-CN': '答题人数', en: 'Base (n)' },
  indicator: { 'zh-CN': '指标', en: 'Indicator' },
  scoringRule: { 'zh-CN': '评分标准', en: 'Scoring rule' },
  weight: { 'zh-CN': '分值', en: 'Weight' },
  target: { 'zh-CN': '目标值', en: 'Target' },
  actual: { 'zh-CN': '业绩值', en: 'Actual' },
  ruleScore: { 'zh-CN': '规则得分', en: 'By rule' },
  override: { 'zh-CN': '评价组核定', en: 'Override' },
  score: { 'zh-CN': '得分', en: 'Score' },
  rate: { 'zh-CN': '得分率', en: 'Rate' },
  baseData: { 'zh-CN': '基础数据', en: 'Base data' },
  figure: { 'zh-CN': '满意度结果', en: 'Figure' },
  stops: {
    questionnaires: { 'zh-CN': '问卷', en: 'Questionnaires' },
    returns: { 'zh-CN': '回收', en: 'Returns' },
    results: { 'zh-CN': '结果', en: 'Results' },
    scoring: { 'zh-CN': '评分', en: 'Score' },
    report: { 'zh-CN': '报告', en: 'Report' },
  },
  evaluationStates: {
    planning: { 'zh-CN': '筹备', en: 'Planning' },
    fieldwork: { 'zh-CN': '调查', en: 'Fieldwork' },
    scoring: { 'zh-CN': '评分', en: 'Scoring' },
    complete: { 'zh-CN': '完成', en: 'Complete' },
  },
  /** 项目资料 */
  particulars: {
    names: {
      commissioner: { 'zh-CN': '委托单位', en: 'Commissioned by' },
      evaluated: { 'zh-CN': '被评价单位', en: 'Evaluated body' },
      evaluator: { 'zh-CN': '评价机构', en: 'Evaluating body' },
      contact: { 'zh-CN': '联系方式', en: 'Contact' },
      reportNumber: { 'zh-CN': '报告编号', en: 'Report number' },
      baseDate: { 'zh-CN': '评价基准日', en: 'Base date' },
      period: { 'zh-CN': '评价时段', en: 'Period' },
      scope: { 'zh-CN': '评价范围', en: 'Scope' },
      methods: { 'zh-CN': '评价方法', en: 'Methods' },
      team: { 'zh-CN': '评价组成员', en: 'Team' },
    },
    member: {
      duty: { 'zh-CN': '职责', en: 'Duty' },
      name: { 'zh-CN': '姓名', en: 'Name' },
      title: { 'zh-CN': '职务职称', en: 'Title' },
      work: { 'zh-CN': '分工', en: 'Work' },
    },
  },
  /** 角色; `reader` is another word for viewer. */
  roles: {
    admin: { 'zh-CN': '管理员', en: 'admin' },
    evaluator: { 'zh-CN': '评价人员', en: 'evaluator' },
    clerk: { 'zh-CN': '录入员', en: 'clerk' },
    scorer: { 'zh-CN': '评分人员', en: 'scorer' },
    viewer: { 'zh-CN': '查看人员', en: 'viewer' },
    reader: { 'zh-CN': '查看人员', en: 'viewer' },
  },
  /** What each of them sees and may do. */
  rolesMean: {
    evaluator: {
      'zh-CN': '看得到全部内容，包括单份答卷；开展调查、评分、邀请人员。',
      en: 'Sees everything, single responses too; runs surveys, scores and invites people.',
    },
    clerk: {
      'zh-CN': '看得到问卷和回收进度，录入纸质问卷（稍后提供）；看不到答卷、结果和评分。',
      en: 'Sees questionnaires and returns, and keys paper questionnaires (later); no responses, results or scores.',
    },
    scorer: {
      'zh-CN': '看得到回收、结果和评分，填写基础数据，给指标评分；看不到单份答卷。',
      en: 'Sees returns, results and scores, enters base data and scores indicators; no single responses.',
    },
    viewer: {
      'zh-CN': '看得到回收、结果和评分，不能改动；看不到单份答卷。',
      en: 'Sees returns, results and scores and changes nothing; no single responses.',
    },
  },
  incomplete: { 'zh-CN': '未完成', en: 'incomplete' },
  groups: {
    'management-object': { 'zh-CN': '管理对象', en: 'Staff asked' },
    public: { 'zh-CN': '受益群众', en: 'Public' },
  },
  channels: {
    online: { 'zh-CN': '电子问卷', en: 'Online' },
    paper: { 'zh-CN': '现场纸质', en: 'On paper' },
    import: { 'zh-CN': '外部导入', en: 'Imported' },
  },
  phases: {
    formal: { 'zh-CN': '正式调查', en: 'Formal' },
    pilot: { 'zh-CN': '试调查', en: 'Pilot' },
  },
  samplings: {
    probability: { 'zh-CN': '概率抽样', en: 'Probability sample' },
    census: { 'zh-CN': '全面调查', en: 'Census' },
    'opt-in': { 'zh-CN': '自愿参加', en: 'Opt-in' },
  },
  provenances: {
    collected: { 'zh-CN': '直接收集', en: 'Collected' },
    imported: { 'zh-CN': '外部导入', en: 'Imported' },
    reconstructed: { 'zh-CN': '按公布数重建', en: 'Rebuilt from published counts' },
    synthetic: { 'zh-CN': '模拟数据', en: 'Synthetic' },
  },
} satisfies Words;
