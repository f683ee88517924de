/**
 * A questionnaire of visitors that has everything a published one was found to have: a group of its own, grades 5 to 1 with
 * 不了解 beside them, a question that ends it, 以上都没有, an optional item, dimensions with weights.
 */
export const VISITORS = {
  id: 'visitors',
  version: 1,
  title: { 'zh-CN': '{{place}}游客满意度调查', en: 'Survey of visitors to {{place}}' },
  respondentGroup: 'visitors',
  respondentGroupName: { 'zh-CN': '游客', en: 'Visitors' },
  minutes: 1,
  placeholders: ['place'],
  scales: [
    {
      id: 'five',
      outOf: 5,
      options: [
        ...[5, 4, 3, 2, 1].map((grade) => ({
          id: `g${grade}`,
          label: { 'zh-CN': `${grade}分`, en: `${grade}` },
          weight: grade,
        })),
        { id: 'dk', label: { 'zh-CN': '不了解', en: 'Don’t know' }, scored: false },
      ],
    },
  ],
  sections: [
    {
      id: 'you',
      role: 'profile',
      title: { 'zh-CN': '您的情况', en: 'About you' },
      items: [
        {
          id: 'visited',
          type: 'single',
          topic: { 'zh-CN': '来过', en: 'Visited' },
          text: { 'zh-CN': '您今年来过{{place}}吗？', en: 'Have you been to {{place}} this year?' },
          exhaustive: true,
          options: [
            { id: 'yes', label: { 'zh-CN': '来过', en: 'Yes' } },
            { id: 'no', label: { 'zh-CN': '没有来过', en: 'No' }, endsHere: true },
          ],
        },
        {
          id: 'used',
          type: 'multiple',
          topic: { 'zh-CN': '用过的服务', en: 'Services used' },
          text: { 'zh-CN': '您用过下面哪些服务？', en: 'Which of these did you use?' },
          options: [
            { id: 'guide', label: { 'zh-CN': '讲解', en: 'Guide' } },
            { id: 'bus', label: { 'zh-CN': '摆渡车', en: 'Shuttle' } },
            {
              id: 'none',
              label: { 'zh-CN': '以上都没有', en: 'None of these' },
              exclusive: true,
              other: true,
            },
          ],
        },
      ],
    },
    {
      id: 'rating',
      role: 'satisfaction',
      title: { 'zh-CN': '您的评价', en: 'Your rating' },
      items: [
        ['clean', '卫生', 'Cleanliness', true],
        ['safe', '安全', 'Safety', true],
        ['price', '价格', 'Prices', false],
      ].map(([id, zh, en, required]) => ({
        id,
        type: 'satisfaction',
        topic: { 'zh-CN': zh, en },
        text: { 'zh-CN': `您给${zh}打几分？`, en: `${en}: how many points?` },
        required,
        scale: 'five',
      })),
    },
  ],
  composite: {
    method: 'dimensions',
    dimensions: [
      {
        id: 'place',
        name: { 'zh-CN': '环境', en: 'Place' },
        weight: '0.6',
        items: ['clean', 'safe'],
      },
      { id: 'cost', name: { 'zh-CN': '花费', en: 'Cost' }, weight: '0.4', items: ['price'] },
    ],
  },
  validity: [{ rule: 'complete-section', section: 'rating' }, { rule: 'no-double-mark' }],
};

/** An indicator system of 100 points, all by the visitors' composite: full at 90 %, below it value % × weight. */
export const VISITORS_SYSTEM = {
  id: 'visitors-system',
  version: 1,
  title: '游客满意度体系',
  reference: 'made for a test',
  gradeBands: [
    { grade: '良', min: 80 },
    { grade: '中', below: 80 },
  ],
  level1: [
    {
      code: 'A',
      name: '效果',
      weight: 100,
      level2: [
        {
          code: 'A1',
          name: '满意度',
          weight: 100,
          indicators: [
            {
              code: 'A101',
              name: '游客满意度',
              weight: 100,
              target: '≥90%',
              unit: '%',
              explanation: '游客对景区环境和花费的综合满意度。',
              ruleText: '达到目标值得满分，未达到按满意度计分。',
              rule: {
                kind: 'target-proportional',
                target: 90,
                below: 'value',
                from: { group: 'visitors', quantity: 'composite' },
              },
            },
          ],
        },
      ],
    },
  ],
};
