import { beforeAll, describe, expect, it } from 'vitest';
import { insertIndicatorSystem } from '../../../server/store/indicator-systems.ts';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { said, withTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW } from '../../support/fieldwork.ts';
import { indicator, indicatorSystem } from '../../support/indicator-systems.ts';
import { item, questionnaire, section } from '../../support/questionnaires.ts';

const AGE = item('age', 'single', { options: ['young', 'old'] });
const AIR = item('air', 'satisfaction');
const OVERALL = item('overall', 'satisfaction', { required: false });
const BOTH = questionnaire(
  [section('you', 'profile', [AGE]), section('air', 'satisfaction', [AIR, OVERALL])],
  { id: 'residents' },
);
const ONLY_OVERALL = questionnaire([section('air', 'satisfaction', [OVERALL])], {
  id: 'villagers',
});
/** Nobody can be more than 80 % satisfied. */
const MODEST = questionnaire([section('air', 'satisfaction', [AIR])], {
  id: 'modest',
  scales: [
    {
      id: 'satisfaction',
      options: [
        { id: 'well', label: '好', weight: 80 },
        { id: 'badly', label: '差', weight: 0 },
      ],
    },
  ],
});
/** Not asked in the evaluation, and yet it says what visitors are called. */
const VISITORS = questionnaire([section('air', 'satisfaction', [AIR])], {
  id: 'visitors',
  respondentGroup: 'visitors',
  respondentGroupName: { 'zh-CN': '游客', en: 'Visitors' },
});
/** What one questionnaire calls the public is no name for it elsewhere: shipped groups have theirs from us. */
const RENAMING = questionnaire([section('air', 'satisfaction', [AIR])], {
  id: 'renaming',
  respondentGroupName: { 'zh-CN': '别处的群众', en: 'The public elsewhere' },
});

const composite = (group: string) => ({ group, quantity: 'composite' });
const SYSTEM = indicatorSystem([
  [
    indicator('C1', 50, {
      kind: 'target-proportional',
      target: 90,
      below: 'value',
      from: composite('public'),
    }),
    indicator('C2', 20, {
      kind: 'threshold',
      op: '>=',
      target: 80,
      from: { group: 'public', quantity: 'item-satisfaction', item: 'air' },
    }),
    indicator('C3', 20, {
      kind: 'option-share',
      from: { group: 'public', item: 'age' },
      branches: [{ option: 'young', min: 0.45, credit: 1 }],
      otherwise: 0,
    }),
    indicator('C4', 10, { kind: 'threshold', op: '>=', target: 80, from: composite('visitors') }),
  ],
]);

const response = (age: string, air: string, overall?: string) => ({
  age,
  air,
  ...(overall && { overall }),
});
/** Air (100+100+80+80+60)/5 = 84, overall 100: composite 92. Three of five are young. */
const CITY = [
  response('young', 'very-satisfied', 'very-satisfied'),
  response('young', 'very-satisfied', 'very-satisfied'),
  response('young', 'satisfied', 'very-satisfied'),
  response('old', 'satisfied', 'very-satisfied'),
  response('old', 'neutral', 'very-satisfied'),
];
/** Air (100+80+80+0)/4 = 65, overall (60+60)/2 = 60: composite 62.5. One of four is young. */
const SUBURBS = [
  response('young', 'very-satisfied', 'neutral'),
  response('old', 'satisfied', 'neutral'),
  response('old', 'satisfied'),
  response('old', 'dissatisfied'),
];

describe.each(ENGINES)('several surveys of one group (%s)', (engine) => {
  const t = withTestApp(engine);
  let path: string;
  let codes: Record<'city' | 'suburbs' | 'village' | 'modest' | 'draft' | 'pilot', string>;

  beforeAll(async () => {
    for (const each of [BOTH, ONLY_OVERALL, MODEST, VISITORS, RENAMING])
      await insertQuestionnaire(t.store.write, each, NOW);
    await insertIndicatorSystem(t.store.write, SYSTEM, NOW);
    const begun = await said(
      t.admin('POST', '/api/evaluations', {
        department: '生态环境局',
        place: '朔州市',
        year: 2025,
        indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
      }),
    );
    path = `/api/evaluations/${begun.body.id}`;
    const survey = async (of: Questionnaire, given: object[] = [], changed: object = {}) => {
      const made = aSurvey(begun.body.id, {
        questionnaire: { id: of.id, version: of.version },
        ...changed,
      });
      await insertSurvey(t.store.write, made);
      const writer = createResponseWriter(t.store);
      await Promise.all(
        given.map((answers) =>
          writer.write({
            ...aResponse(made.code, { answers: answers as never }),
            questionnaire: of,
          }),
        ),
      );
      await writer.drain();
      return made.code;
    };
    codes = {
      city: await survey(BOTH, CITY),
      suburbs: await survey(BOTH, SUBURBS),
      village: await survey(ONLY_OVERALL),
      modest: await survey(MODEST, [{ air: 'well' }]),
      draft: await survey(BOTH, [], { state: 'draft' }),
      pilot: await survey(BOTH, [], { phase: 'pilot' }),
    };
  });

  const patch = (feed: unknown) => said(t.admin('PATCH', path, { feeds: { public: feed } }));
  const weighted = (...weights: (string | number | undefined)[]) => ({
    combine: 'weighted',
    surveys: [codes.city, codes.suburbs].map((code, index) => ({ code, weight: weights[index] })),
  });
  const pooled = (...of: (keyof typeof codes)[]) => ({
    combine: 'pooled',
    surveys: of.map((name) => ({ code: codes[name] })),
  });
  const scoring = async () => (await said(t.admin('GET', `${path}/scoring`))).body;
  const rows = async () =>
    (await scoring()).indicators.map((each: { code: string }) => each) as Record<string, unknown>[];

  it('weighted by what the evaluation states: 0.6 × 92 + 0.4 × 62.5 = 80.2, of nine respondents', async () => {
    const answer = await patch(weighted(0.6, '0.40'));
    expect(answer).toMatchObject({
      status: 200,
      body: { feeds: { public: weighted('0.6', '0.4') } },
    });
    expect((await rows())[0]).toMatchObject({
      actual: '80.2%',
      source: {
        group: 'public',
        quantity: 'composite',
        survey: null,
        combine: 'weighted',
        surveys: [
          { code: codes.city, weight: '0.6', value: { display: '92.00' }, base: 5 },
          { code: codes.suburbs, weight: '0.4', value: { display: '62.50' }, base: 4 },
        ],
        value: { value: 80.2, display: '80.20' },
        base: 9,
      },
      because: '80.2 < 90：80.2% × 50 = 40.10',
      score: { display: '40.10' },
    });
    // 0.6 × 84 + 0.4 × 65 = 76.4; 0.6 × 60 + 0.4 × 25 = 46.
    expect((await rows()).slice(1, 3)).toMatchObject([
      { actual: '76.4%', source: { base: 9 }, score: { display: '0.00' } },
      { actual: '46%', source: { base: 9 }, score: { display: '20.00' } },
    ]);
  });

  it('weighted by thirds, exactly: 92/3 + 2 × 62.5/3 = 217/3', async () => {
    await patch(weighted('1/3', '2/3'));
    const [first] = await rows();
    expect(first).toMatchObject({ source: { value: { value: 217 / 3, display: '72.33' } } });
  });

  it('pooled: as though all nine had answered one survey', async () => {
    expect(await patch(pooled('city', 'suburbs'))).toMatchObject({
      status: 200,
      body: { feeds: { public: pooled('city', 'suburbs') } },
    });
    // Air 680/9, overall 620/7, composite their mean; four of nine are young.
    expect((await rows()).slice(0, 3)).toMatchObject([
      {
        source: {
          survey: null,
          combine: 'pooled',
          surveys: [
            { code: codes.city, weight: null, value: { display: '92.00' }, base: 5 },
            { code: codes.suburbs, weight: null, value: { display: '62.50' }, base: 4 },
          ],
          value: { value: (680 / 9 + 620 / 7) / 2, display: '82.06' },
          base: 9,
        },
      },
      { source: { value: { display: '75.56' }, base: 9 } },
      { source: { value: { display: '44.44' }, base: 9 }, score: { display: '0.00' } },
    ]);
  });

  it('each say which indicators they feed', async () => {
    await patch(weighted('0.6', '0.4'));
    const { body } = await said(t.admin('GET', path));
    const feeds = Object.fromEntries(
      body.surveys.map((each: { code: string; feeds: string[] }) => [each.code, each.feeds]),
    );
    const fed = ['C1', 'C2', 'C3'];
    expect(feeds).toEqual({
      [codes.city]: fed,
      [codes.suburbs]: fed,
      [codes.village]: [],
      [codes.modest]: [],
      [codes.draft]: [],
      [codes.pilot]: [],
    });
    expect(await said(t.admin('GET', `/api/surveys/${codes.suburbs}`))).toMatchObject({
      body: { feeds: fed },
    });
  });

  it('make figures of no single survey, in JSON and as CSV', async () => {
    await patch(weighted('0.6', '0.4'));
    const { body } = await said(t.admin('GET', `${path}/figures`));
    const surveys = [
      { code: codes.city, weight: '0.6' },
      { code: codes.suburbs, weight: '0.4' },
    ];
    expect(body.items).toMatchObject([
      { survey: null, combine: 'weighted', surveys, quantity: 'composite', base: 9 },
      { survey: null, item: 'air', base: 9, value: { display: '76.40' } },
      // Two of the suburbs did not say: 0.6 × 100 + 0.4 × 60, of 5 + 2.
      { survey: null, item: 'overall', base: 7, value: { display: '84.00' } },
    ]);
    expect(body.items[0].questionnaire).toEqual({ id: 'residents', version: 1 });
    const lines = (await (await t.admin('GET', `${path}/figures.csv`)).text()).split('\r\n');
    expect(lines[1]).toBe(
      `public,,residents,1,composite,,综合满意度,9,exact,80.2,80.20,受益群众,weighted,${codes.city} 0.6; ${codes.suburbs} 0.4`,
    );
  });

  it('may ask different questionnaires where they are weighted, and none stands in for another', async () => {
    const mixed = {
      combine: 'weighted',
      surveys: [
        { code: codes.city, weight: '0.5' },
        { code: codes.village, weight: '0.5' },
      ],
    };
    expect((await patch(mixed)).status).toBe(200);
    const { body } = await said(t.admin('GET', `${path}/figures`));
    expect(body.items.map((each: { item: string }) => each.item)).toEqual([null, 'overall']);
    expect(body.items[0]).toMatchObject({ questionnaire: null, base: 5, value: null });
    expect((await rows()).slice(0, 2)).toMatchObject([
      {
        score: null,
        pending: true,
        source: { value: null, base: 5 },
        missing: `按权重合并的调查中，${codes.village} 还没有可用的有效答案，也不能由其他调查代替`,
      },
      {
        score: null,
        pending: false,
        missing: `调查 ${codes.village} 的问卷没有本指标所需的题目或选项`,
      },
    ]);
  });

  it('stay as they were where the same is said again in other digits', async () => {
    await patch(weighted('0.5', '0.5'));
    const audit = async () =>
      (await said(t.admin('GET', `${path}/audit?limit=200`))).body.items.length;
    const before = await audit();
    expect((await patch(weighted('1/2', 0.5))).status).toBe(200);
    expect(await audit()).toBe(before);
  });

  const AT = "$.feeds['public']";
  it.each<[string, () => unknown, [path: string, code: string][]]>([
    ['one survey alone', () => pooled('city'), [[`${AT}.surveys`, 'too-small']]],
    [
      'a survey twice',
      () => pooled('city', 'suburbs', 'city'),
      [[`${AT}.surveys[2].code`, 'duplicate-code']],
    ],
    [
      'a pilot and a draft',
      () => pooled('city', 'pilot', 'draft'),
      [
        [`${AT}.surveys[1].code`, 'not-a-formal-survey-of-this-group'],
        [`${AT}.surveys[2].code`, 'not-a-formal-survey-of-this-group'],
      ],
    ],
    [
      'different questionnaires, pooled',
      () => pooled('city', 'village'),
      [[`${AT}.surveys[1].code`, 'other-questionnaire']],
    ],
    [
      'a weight where all weigh the same',
      () => ({ ...weighted('0.6', '0.4'), combine: 'pooled' }),
      [
        [`${AT}.surveys[0].weight`, 'weight-not-used'],
        [`${AT}.surveys[1].weight`, 'weight-not-used'],
      ],
    ],
    ['a weight left out', () => weighted('1'), [[`${AT}.surveys[1].weight`, 'missing']]],
    [
      'weights of 0 and below',
      () => weighted('0', '-0.5'),
      [
        [`${AT}.surveys[0].weight`, 'weight-not-positive'],
        [`${AT}.surveys[1].weight`, 'weight-not-positive'],
      ],
    ],
    [
      'weights that do not close to 1, by however little',
      () => weighted('0.333333', '2/3'),
      [[`${AT}.surveys`, 'weights-do-not-close']],
    ],
    [
      'a weight of more than 18 digits',
      () => weighted('0.1234567890123456789', '0.5'),
      [[`${AT}.surveys[0].weight`, 'too-many-digits']],
    ],
    [
      'weights that never reduce',
      () => weighted('1/999999999999999989', '1/999999999999999967'),
      [[`${AT}.surveys[1].weight`, 'numbers-too-fine']],
    ],
    [
      'a weight in words',
      () => weighted('half', '0.5'),
      [['$.feeds.public.surveys[0].weight', 'wrong-format']],
    ],
    [
      'another way',
      () => ({ ...pooled('city', 'suburbs'), combine: 'mean' }),
      [['$.feeds.public.combine', 'not-one-of']],
    ],
  ])('refuses %s with its place, and changes nothing', async (_, feed, faults) => {
    const before = (await said(t.admin('GET', path))).body;
    const { status, body } = await patch(feed());
    expect(status).toBe(422);
    expect(
      body.errors.map((each: { path: string; code: string }) => [each.path, each.code]),
    ).toEqual(faults);
    expect((await said(t.admin('GET', path))).body).toEqual(before);
  });

  it.each([
    ['a group', { Public: 'city' }, '$.feeds.Public', /^应为小写字母、数字和连字符/],
    [
      'a group, by a name that every object has',
      { constructor: 'city' },
      '$.feeds.constructor',
      /^应为小写字母/,
    ],
    ['a survey', { public: '城区' }, '$.feeds.public', /^应为字母、数字和连字符，最多 40 个字符$/],
  ])('says in plain words what cannot name %s', async (_, feeds, at, words) => {
    const { status, body } = await said(t.admin('PATCH', path, { feeds }));
    expect([status, body.errors]).toEqual([
      422,
      [{ path: at, code: 'wrong-format', message: expect.stringMatching(words) }],
    ]);
  });

  it('cannot be named at the beginning of an evaluation, which has no surveys', async () => {
    const begin = (feeds: object) =>
      said(
        t.admin('POST', '/api/evaluations', {
          department: '水务局',
          place: '朔州市',
          year: 2025,
          indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
          feeds,
        }),
      );
    expect((await begin({})).status).toBe(201);
    const { status, body } = await begin({ public: pooled('city', 'suburbs') });
    expect([status, body.errors.map((each: { code: string }) => each.code)]).toEqual([
      422,
      ['not-a-formal-survey-of-this-group', 'not-a-formal-survey-of-this-group'],
    ]);
  });

  it('say which groups the system asks, and of which of them there is no survey', async () => {
    await patch(weighted('0.6', '0.4'));
    const asks = [
      {
        group: 'public',
        name: '受益群众',
        indicators: ['C1', 'C2', 'C3'],
        surveys: expect.arrayContaining(Object.values(codes)),
        composite: { value: 80.2, display: '80.20' },
        base: 9,
      },
      {
        group: 'visitors',
        name: '游客',
        indicators: ['C4'],
        surveys: [],
        composite: null,
        base: null,
      },
    ];
    expect((await said(t.admin('GET', path))).body.asks).toEqual(asks);
    const { warnings, indicators } = await scoring();
    expect(warnings).toContainEqual({
      code: 'no-survey',
      indicator: null,
      pending: true,
      message: '还没有“游客”的调查；指标 C4 需要一项正式调查',
    });
    expect(indicators[0]).toMatchObject({ source: { group: 'public', groupName: '受益群众' } });
    expect(indicators[3]).toMatchObject({
      source: { group: 'visitors', groupName: '游客', surveys: [] },
      missing: '没有“游客”的调查为本指标提供数据',
    });
  });

  it('warn of a target that no answers could reach, and of none that some could', async () => {
    const unreachable = async () =>
      (await scoring()).warnings
        .filter(({ code }: { code: string }) => code === 'target-unreachable')
        .map(({ indicator, message }: Record<string, string>) => [indicator, message]);
    await patch(codes.city);
    expect(await unreachable()).toEqual([]);
    // C1 wants 90, C2 is content with 80.
    await patch(codes.modest);
    expect(await unreachable()).toEqual([
      ['C1', '不论怎么答都得不到满分：按问卷的量表和算法，综合满意度在 0% 至 80% 之间（目标值 —）'],
    ]);
    const mixed = (city: string, modest: string) => ({
      combine: 'weighted',
      surveys: [
        { code: codes.city, weight: city },
        { code: codes.modest, weight: modest },
      ],
    });
    await patch(mixed('0.5', '0.5'));
    expect(await unreachable()).toEqual([]);
    await patch(mixed('0.4', '0.6'));
    expect(await unreachable()).toEqual([['C1', expect.stringContaining('在 0% 至 88% 之间')]]);
  });
});
