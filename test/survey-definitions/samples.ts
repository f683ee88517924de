/** JSON as a test changes it before it is checked; a missing step throws, which fails the test. */
// biome-ignore lint/suspicious/noExplicitAny: input to be broken on purpose has no type
export type Json = any;

/** A questionnaire with one of everything and no warning, as parsed JSON. */
export function sampleQuestionnaire(): Json {
  return {
    id: 'sample',
    version: 1,
    title: '{{department}}满意度调查',
    respondentGroup: 'public',
    placeholders: ['department'],
    scales: [
      {
        id: 'agree',
        options: [
          { id: 'good', label: '满意', weight: 100 },
          { id: 'middling', label: '一般', weight: 50 },
          { id: 'bad', label: '不满意', weight: 0 },
        ],
      },
    ],
    sections: [
      {
        id: 'profile',
        role: 'profile',
        title: '基本情况',
        items: [
          {
            id: 'age',
            type: 'single',
            topic: '年龄',
            text: '您的年龄？',
            options: [
              { id: 'young', label: '40岁以下', range: { to: 39 } },
              { id: 'old', label: '40岁及以上', range: { from: 40 } },
            ],
          },
          {
            id: 'channels',
            type: 'multiple',
            topic: '渠道',
            text: '您通过哪些渠道办事？',
            min: 1,
            max: 2,
            options: [
              { id: 'counter', label: '窗口' },
              { id: 'phone', label: '电话' },
              { id: 'other', label: '其他', other: true },
            ],
          },
          { id: 'post', type: 'text', topic: '岗位', text: '您的岗位？', required: false },
        ],
      },
      {
        id: 'rating',
        role: 'satisfaction',
        title: '满意度',
        items: [
          {
            id: 'attitude',
            type: 'satisfaction',
            topic: '态度',
            text: '态度如何？',
            scale: 'agree',
          },
          {
            id: 'overall',
            type: 'satisfaction',
            topic: '总体',
            text: '总体如何？',
            scale: 'agree',
          },
        ],
      },
      {
        id: 'opinion',
        role: 'opinion',
        title: '意见',
        items: [
          {
            id: 'why',
            type: 'text',
            topic: '原因',
            text: '为什么？',
            required: false,
            showIf: { item: 'overall', options: ['bad'] },
          },
        ],
      },
    ],
    validity: [
      { rule: 'complete-section', section: 'rating' },
      { rule: 'no-double-mark' },
      { rule: 'one-return' },
      {
        rule: 'contradiction',
        id: 'young-by-phone',
        reason: '不会这样',
        when: [
          { item: 'age', options: ['young'] },
          { item: 'channels', options: ['phone'] },
        ],
      },
      { rule: 'minimum-duration', seconds: 10 },
      { rule: 'straight-line', section: 'rating' },
    ],
  };
}

/** An indicator of the sample system, with the given rule. */
export function sampleIndicator(code: string, weight: number | string, rule: Json): Json {
  return { code, name: '指标', weight, target: '≥90%', ruleText: '按规则评分。', rule };
}

/** An indicator system of two indicators, 60 and 40, and no warning, as parsed JSON. */
export function sampleSystem(rule: Json = { kind: 'manual' }): Json {
  return {
    id: 'sample',
    version: 1,
    title: '指标体系',
    reference: 'made for a test',
    gradeBands: [
      { grade: '良', min: 80 },
      { grade: '差', below: 80 },
    ],
    level1: [
      {
        code: 'A',
        name: '一级',
        weight: 100,
        level2: [
          { code: 'A1', name: '二级', weight: 60, indicators: [sampleIndicator('A101', 60, rule)] },
          {
            code: 'A2',
            name: '二级',
            weight: 40,
            indicators: [sampleIndicator('A201', 40, { kind: 'completion-ratio' })],
          },
        ],
      },
    ],
  };
}

/** Path and code of each fault, the way the tables of these tests write them. */
export function told(faults: readonly { path: string; code: string }[]): string[] {
  return faults.map(({ path, code }) => `${code} ${path}`);
}
