import { EXPRESSIONS } from './shuozhou-2019-base-data.ts';

/**
 * The published facts of the Shuozhou 2019 evaluation that the worked example is built from: answers per
 * option in the order of the questionnaire, responses per channel, and what the evaluators entered for each
 * indicator. Where the printed score does not follow from the printed rule, the printed one is an override.
 */
export const EVALUATION = {
  department: '朔州市生态环境局',
  place: '朔州市',
  year: 2019,
  indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
} as const;

export interface PublishedSurvey {
  /** Code of the closed survey with the published counts. */
  code: string;
  /** Code of the open copy to try. */
  tryCode: string;
  questionnaire: { id: string; version: number };
  planned: number;
  received: { paper: number; online: number };
  /** Item id -> answers per option, in the order of the questionnaire. */
  counts: Record<string, readonly number[]>;
  /** Item id -> open answers, one a respondent. */
  texts: Record<string, readonly string[]>;
}

export const SURVEYS: readonly PublishedSurvey[] = [
  {
    code: 'staff234',
    tryCode: 'staff567',
    questionnaire: { id: 'management-object', version: 1 },
    planned: 60,
    received: { paper: 20, online: 36 },
    counts: {
      gender: [36, 20],
      age: [0, 20, 28, 8],
      education: [23, 33, 0],
      tenure: [1, 6, 23, 26],
      expenditure: [42, 13, 1, 0],
      publicity: [44, 11, 1, 0],
      'fixed-assets': [40, 16, 0, 0],
      'core-business': [42, 14, 0, 0],
      'staff-development': [38, 16, 1, 1],
      overall: [42, 14, 0, 0],
    },
    texts: {},
  },
  {
    code: 'pubeca34',
    tryCode: 'pubeca67',
    questionnaire: { id: 'public-ecology', version: 1 },
    planned: 100,
    received: { paper: 30, online: 107 },
    counts: {
      gender: [93, 44],
      age: [0, 61, 73, 3],
      education: [1, 15, 42, 76, 3],
      'worst-pollution': [18, 16, 96, 7],
      'quality-of-life': [128, 9, 0],
      air: [65, 58, 12, 2],
      soil: [67, 61, 8, 1],
      water: [71, 59, 7, 0],
      'solid-waste': [67, 56, 12, 2],
      publicity: [86, 47, 4, 0],
      overall: [91, 46, 0, 0],
    },
    // Our own wording on the topics of the fifteen published comments.
    texts: {
      improve: [
        '整治要动真格，别一阵风，平时也要管。',
        '冬天的空气还是呛人，希望供暖季多盯着点。',
        '督查组走了以后有的厂子又开始冒烟，建议不打招呼多回头看。',
        '治理大气的钱投在哪儿了，希望能多投一些，也让大家看得到。',
        '煤改电、煤改气的补贴要跟上，不然老人舍不得用。',
        '执法人员懂技术的不多，检测设备也旧，能力要提一提。',
        '城边上几个村还没有集中供暖，家家烧煤，盼着早点接上管网。',
        '工地和厂区的固体废物堆得太久，应当有人定期清运。',
        '宣传活动可以更活一些，也希望工作人员自己先把政策讲明白。',
        '散煤还是有人偷着卖，源头上要管住。',
        '学校里多讲讲环保，孩子回家会带动大人。',
        '小区分了类的垃圾又装上同一辆车，分类要做到底。',
        '基层环保所人手太少，一个人管好几个乡镇，队伍要补。',
        '希望多引进一些绿色产业，年轻人有活干，环境也好。',
        '拉煤车和工地扬尘大，路面应该多洒水、多冲洗。',
      ],
    },
  },
];

const met = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 1]));

/** Indicator code -> what was entered for its rule. C102, C301 and C302 are fed from the surveys. */
export const INPUTS: Record<string, Record<string, unknown>> = {
  A101: { credit: { '①': 0, '②': 1, '③': 1 } },
  A102: { done: 7, planned: 9 },
  A103: { done: 5, planned: 5 },
  A104: { done: 4, planned: 7 },
  A201: { done: 3, planned: 3 },
  A202: { done: 4, planned: 4 },
  A203: { done: 3, planned: 3 },
  A301: { credit: met('①', '②') },
  A302: { credit: { '①': 1, '②': 0, '③': 0 } },
  B101: { credit: met('①', '②', '③', '④') },
  B102: { value: { expression: EXPRESSIONS.B102 } },
  B103: { value: { expression: EXPRESSIONS.B103 } },
  B201: { value: 100 },
  B202: { value: { expression: EXPRESSIONS.B202 } },
  B203: { value: { expression: EXPRESSIONS.B203 } },
  B204: { value: { expression: EXPRESSIONS.B204 } },
  B205: { value: { expression: EXPRESSIONS.B205 } },
  B301: { credit: met('①', '②', '③') },
  B302: { credit: { '①': 1, '②': 0 } },
  B303: {
    done: { expression: 'self-evaluated@2019' },
    planned: { expression: 'projects-count@2019' },
  },
  B401: { credit: { '①': 1, '②': 0, '③': 1 } },
  B402: { credit: met('①', '②', '③', '④', '⑥'), veto: { '⑤': false } },
  B501: { credit: met('①', '②') },
  B502: { credit: met('①', '②', '③', '④', '⑤') },
  B601: { met: true },
  B602: { credit: met('①', '②') },
  C101: { met: true },
  C201: { met: true },
  C202: { value: 39 },
  C203: { value: 262 },
  C204: { value: 5.28 },
  D101: { credit: met('①', '②') },
  D201: { credit: { '①': 0, '②': 0 } },
};

/** Printed scores that the printed rule does not give. */
export const OVERRIDES: Record<string, { score: string; reason: string }> = {
  A101: {
    score: '1.6',
    reason:
      '按公布结果核定。报告记①未落实，按标准应得 1.20；公布 1.60，等于①给了一半的分，报告未说明理由。',
  },
  A302: {
    score: '0.8',
    reason:
      '按公布结果核定。三项占比合计只有 70%，报告记①已建立，按标准应得 0.60；公布 0.80，报告未说明理由。',
  },
  B103: {
    score: '0.5',
    reason:
      '按公布结果核定。变动率 18.6%，按 19 个百分点每点扣 5% 应得 0.10；公布 0.50，报告未说明理由。',
  },
  B401: {
    score: '4',
    reason:
      '按公布结果核定。报告记②不齐全，按标准应得 3.00；公布 4.00，等于②给了一半的分，报告未说明理由。',
  },
  D201: {
    score: '2.5',
    reason:
      '按公布结果核定。报告记①②均未做到，按标准应得 0.00；公布 2.50，等于给了一半的分，报告未说明理由。',
  },
};

export const NOTES: Record<string, string> = {
  C301:
    '报告公布 89.01%、3.56 分。原因是“部门总体满意度”一题“非常满意”应为 91 ÷ 137 = 66.42%，表中误作 64.42%，' +
    '综合满意度因此少算 0.33 个百分点。按答卷重新计算为 89.34%，得 3.57 分，总分由 80.49 变为 80.50，等级不变。',
};

/** Days of the fieldwork; the paper and online returns are spread over them. */
export const FIELDWORK = { from: '2020-12-10', days: 6 } as const;
