import { describe, expect, it } from 'vitest';
import { readBaseData, writeBaseData } from '../../../server/store/base-data.ts';
import { deleteEvaluation } from '../../../server/store/delete-evaluation.ts';
import { said, withExample } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';

interface Row {
  code: string;
  [key: string]: unknown;
}

describe.each(ENGINES)('base data (%s)', (engine) => {
  const t = withExample(engine);
  const path = () => `/api/evaluations/${t.evaluationId}/base-data`;
  const get = async () => (await said(t.admin('GET', path()))).body;
  const put = (body: unknown, query = '', headers?: Record<string, string>) =>
    said(t.admin('PUT', `${path()}${query}`, body, headers));
  const enter = (code: string, inputs: unknown) =>
    said(t.admin('PUT', `/api/evaluations/${t.evaluationId}/scoring/${code}`, { inputs }));
  const scoring = async () =>
    (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/scoring`))).body;
  const row = async (code: string) =>
    (await scoring()).indicators.find((each: Row) => each.code === code);

  it('of the worked example is there, and all its checks hold', async () => {
    const body = await get();
    expect(body.cells).toHaveLength(17);
    expect(body.checks.length).toBeGreaterThan(3);
    expect(body).toMatchObject({
      failing: [],
      updatedBy: '示例数据',
      updatedAt: expect.any(String),
    });
    expect(body).not.toHaveProperty('moves');
    expect((await scoring()).total.display).toBe('80.50');
  });

  it('is what a score is followed to: expression, result, cells, and what was left out of them', async () => {
    const b103 = await row('B103');
    expect(b103.actual).toBe('18.6%');
    expect(b103.inputs).toEqual({
      value: { expression: expect.stringContaining('three-public@2019预算') },
    });
    expect(b103.computed).toEqual([
      {
        input: ['value'],
        expression: b103.inputs.value.expression,
        value: { value: 18.6, display: '18.6' },
        exact: '18.6',
        because: null,
        names: '(“三公经费” 2019预算 − “三公经费” 2018预算) ÷ “三公经费” 2018预算 × 100',
        numbers: '(17.79 − 15) ÷ 15 × 100 = 18.6',
        cells: [
          {
            code: 'three-public',
            column: '2019预算',
            name: '“三公经费”',
            value: '17.79',
            unit: '万元',
            excluded: null,
          },
          {
            code: 'three-public',
            column: '2018预算',
            name: '“三公经费”',
            value: '15',
            unit: '万元',
            excluded: null,
          },
        ],
      },
    ]);
    expect((await row('B202')).computed[0].cells[0]).toMatchObject({
      code: 'carried-over',
      excluded: { amount: '3594.42', reason: expect.stringContaining('跨年度') },
    });
    expect((await row('B204')).computed[0]).toMatchObject({
      exact: '166050/1409',
      value: { display: '117.85' },
    });
    expect((await row('B303')).actual).toBe('2 / 6');
  });

  it('says before it is saved which scores it moves, and stores nothing', async () => {
    const before = await get();
    const cells = before.cells.map((cell: Row) =>
      cell.code === 'self-evaluated' ? { ...cell, values: { '2019': '6' } } : cell,
    );
    const dry = await put({ cells, checks: before.checks }, '?dryRun=1');
    expect(dry).toMatchObject({
      status: 200,
      body: {
        moves: [{ code: 'B303', before: { display: '1.33' }, after: { display: '4.00' } }],
        before: { total: { display: '80.50' }, grade: '良', complete: true },
        after: { total: { display: '83.17' }, grade: '良', complete: true },
      },
    });
    expect(await get()).toEqual(before);
    expect((await put({ cells, checks: before.checks }, '?dryRun=2')).status).toBe(422);
    expect((await put({ cells, checks: before.checks }, '?dry=1')).status).toBe(422);
  });

  it('is replaced as a whole, with what was typed folded, and the audit says what changed', async () => {
    const before = await get();
    const [first, ...rest] = before.cells;
    const cells = [
      { ...first, values: { '２０１９': '７２' } },
      ...rest.filter((cell: Row) => cell.code !== 'staff'),
      {
        code: 'Ｎew',
        name: ' 新增 ',
        unit: '万元',
        values: { '2019 预算': '1,234.50' },
        excluded: { '2019预算': { reason: '剔除' } },
      },
    ];
    const { status, body } = await put({ cells, checks: before.checks });
    expect(status).toBe(200);
    expect(body.cells[0].values).toEqual({ '2019': '72' });
    expect(body.cells.at(-1)).toEqual({
      code: 'new',
      name: '新增',
      unit: '万元',
      values: { '2019预算': '1234.50' },
      excluded: { '2019预算': { reason: '剔除' } },
    });
    expect(body).toMatchObject({ failing: [], updatedBy: 'admin' });
    const events = (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/audit`))).body;
    const own = events.items.filter((each: Row) => each.action === 'base-data.change');
    expect(own).toHaveLength(1);
    expect(own[0].detail).toEqual({
      cells: { added: ['new'], changed: ['staff-posts'], removed: ['staff'] },
      checks: { added: [], changed: [], removed: [] },
    });
    expect((await put({ cells: body.cells, checks: body.checks })).status).toBe(200);
    const again = (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/audit`))).body;
    expect(again.items.filter((each: Row) => each.action === 'base-data.change')).toHaveLength(1);
  });

  it('moves the scores at once, also where nobody asked for them anew', async () => {
    const path = `/api/evaluations/${t.evaluationId}/scoring`;
    const etag = (await t.admin('GET', path)).headers.get('etag') ?? '';
    expect((await t.admin('GET', path, undefined, { 'if-none-match': etag })).status).toBe(304);
    const list = async () =>
      (await said(t.admin('GET', '/api/evaluations'))).body.items[0].score.total.display;
    expect(await list()).toBe('80.50');
    const before = await get();
    const cells = before.cells.map((cell: Row) =>
      cell.code === 'self-evaluated' ? { ...cell, values: { '2019': '3' } } : cell,
    );
    expect((await put({ cells, checks: before.checks })).status).toBe(200);
    expect((await t.admin('GET', path, undefined, { 'if-none-match': etag })).status).toBe(200);
    expect((await row('B303')).score.display).toBe('2.00');
    expect(await list()).toBe('81.17');
    await put({ cells: before.cells, checks: before.checks });
    expect(await list()).toBe('80.50');
  });

  it('may lose a cell that an indicator names: the dry run and the scoring table say what that costs', async () => {
    const before = await get();
    const cells = before.cells.filter((cell: Row) => cell.code !== 'projects-count');
    const dry = await put({ cells, checks: before.checks }, '?dryRun=1');
    expect(dry.body.moves).toEqual([
      { code: 'B303', before: expect.objectContaining({ display: '1.33' }), after: null },
    ]);
    expect(dry.body.after).toMatchObject({ grade: null, complete: false });
    await put({ cells, checks: before.checks });
    const b303 = await row('B303');
    expect(b303).toMatchObject({
      score: null,
      pending: false,
      missing: '由基础数据算不出：基础数据中没有编码为“projects-count”的一项',
    });
    expect((await scoring()).warnings).toMatchObject([{ code: 'missing', indicator: 'B303' }]);
    await put({ cells: before.cells, checks: before.checks });
  });

  it('names every check that fails, with both sides, and says which cannot be computed', async () => {
    const { cells } = await get();
    const { body } = await put({
      cells,
      checks: [
        {
          name: '合计',
          left: 'three-public@2019预算',
          right: 'three-public-vehicles@2019预算 + 0.01',
        },
        { name: '成立', left: '1', right: '2 － 1' },
        { name: '没有数', left: 'projects-key@2018预算', right: '0' },
      ],
    });
    expect(body.failing).toEqual([
      {
        name: '合计',
        left: { value: 17.79, display: '17.79' },
        right: { value: 17.8, display: '17.8' },
        difference: { value: -0.01, display: '-0.01' },
        because: null,
      },
      {
        name: '没有数',
        left: null,
        right: { value: 0, display: '0' },
        difference: null,
        because: '“重点项目支出”（projects-key）还没有2018预算的数值',
      },
    ]);
  });

  const cell = { code: 'a', name: '甲', values: { '2019': '1' } };
  const check = { name: '相等', left: 'a@2019', right: '1' };
  it.each([
    ['$.cells[1].code', 'duplicate-code', { cells: [cell, { ...cell, name: '乙' }], checks: [] }],
    [
      "$.cells[0].excluded['2018']",
      'excluded-without-value',
      { cells: [{ ...cell, excluded: { '2018': { reason: '剔除' } } }], checks: [] },
    ],
    [
      "$.cells[0].values['2019']",
      'wrong-format',
      { cells: [{ ...cell, values: { '2019': '1,5' } }], checks: [] },
    ],
    [
      "$.cells[0].values['2019']",
      'not-acceptable',
      { cells: [{ ...cell, values: { '2019': '1'.repeat(19) } }], checks: [] },
    ],
    [
      "$.cells[0].values['2019(预算)']",
      'not-acceptable',
      { cells: [{ ...cell, values: { '2019(预算)': '1' } }], checks: [] },
    ],
    ['$.cells[0].code', 'wrong-format', { cells: [{ ...cell, code: '预算' }], checks: [] }],
    ['$.cells[0].name', 'too-small', { cells: [{ ...cell, name: '\u200b' }], checks: [] }],
    ['$.cells[0].more', 'unknown-key', { cells: [{ ...cell, more: 1 }], checks: [] }],
    ['$.checks[0].left', 'no-operand', { cells: [cell], checks: [{ ...check, left: 'a@2019 +' }] }],
    [
      '$.checks[0].right',
      'unknown-cell',
      { cells: [cell], checks: [{ ...check, right: 'b@2019' }] },
    ],
    [
      '$.checks[0].right',
      'unknown-cell',
      { cells: [cell], checks: [{ ...check, right: 'a@2020' }] },
    ],
    ['$.checks[1].name', 'duplicate-id', { cells: [cell], checks: [check, check] }],
    ['$.checks[0].name', 'too-small', { cells: [cell], checks: [{ ...check, name: ' ' }] }],
    ['$.cells', 'too-large', { cells: Array(301).fill(cell), checks: [] }],
    ['$.checks', 'missing', { cells: [cell] }],
  ])('is refused with the place of what is wrong: %s %s', async (at, code, body) => {
    const before = await get();
    const refused = await put(body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'not-acceptable' } });
    expect(refused.body.errors[0]).toMatchObject({ path: at, code });
    expect(refused.body.errors[0].message).toMatch(/\p{Script=Han}/u);
    expect((await put(body, '?dryRun=1')).status).toBe(422);
    expect(await get()).toEqual(before);
  });

  it('keeps an input as the expression that was typed, and refuses one that has no value, beside the field', async () => {
    const done = { expression: ' self-evaluated@2019 ＋ 1 ' };
    const { status, body } = await enter('B303', { done, planned: '６' });
    expect(status).toBe(200);
    const entered = body.indicators.find((each: Row) => each.code === 'B303');
    expect(entered.inputs).toEqual({
      done: { expression: 'self-evaluated@2019 ＋ 1' },
      planned: '6',
    });
    expect(entered.ruleScore.display).toBe('2.00');
    for (const [expression, code] of [
      ['self-evaluated@2019 +', 'no-operand'],
      ['self@2019', 'unknown-code'],
      ['self-evaluated@2001', 'unknown-column'],
      ['projects-key@2018预算', 'no-number'],
      ['1 / (self-evaluated@2019 - 2)', 'division-by-zero'],
      ['0 - self-evaluated@2019', 'not-acceptable'],
      ['9'.repeat(600), 'too-long'],
    ] as const) {
      const refused = await enter('B303', { done: { expression }, planned: 6 });
      expect([expression, refused.status]).toEqual([expression, 422]);
      expect(refused.body.errors).toMatchObject([{ path: '$.inputs.done.expression', code }]);
      expect(refused.body.errors[0].message).toMatch(/\p{Script=Han}/u);
    }
    expect((await enter('B103', { value: { expression: '1', more: 1 } })).status).toBe(422);
    expect(
      (await enter('B302', { credit: { '①': { expression: '1 / 0' } } })).body.errors[0].path,
    ).toBe("$.inputs.credit['①'].expression");
  });

  it('says what is wrong under a column that was typed in full width, and not that it is missing', async () => {
    const cell = { code: 'typed', name: '录入', values: { '２０１９': '1e5', ' 2020 ': 5 } };
    const { status, body } = await put({ cells: [cell], checks: [] });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([
      { path: "$.cells[0].values['2019']", code: 'wrong-format' },
      { path: "$.cells[0].values['2020']", code: 'wrong-type' },
    ]);
  });

  it('refuses more inputs than any rule has before it reads one of them as an expression', async () => {
    const expression = Array(50).fill('1').join('+');
    const credit = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [n, { expression }]));
    const { status, body } = await enter('B302', { credit });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ path: '$.inputs.credit', code: 'too-many' }]);
  });

  it('is for those who may, and of an evaluation that is there', async () => {
    expect((await t.anyone('GET', path())).status).toBe(401);
    const nobody = '/api/evaluations/5f0c6d1e-0000-4000-8000-00000000dead/base-data';
    expect((await t.admin('GET', nobody)).status).toBe(404);
    expect((await t.admin('PUT', nobody, { cells: [], checks: [] })).status).toBe(404);
  });

  it('of an archived evaluation is read, and stays as it is', async () => {
    const before = await get();
    const archive = (archived: boolean) =>
      said(t.admin('PATCH', `/api/evaluations/${t.evaluationId}`, { archived }));
    for (const { code } of (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}`))).body
      .surveys)
      await t.admin('POST', `/api/surveys/${code}/close`, {});
    expect((await archive(true)).status).toBe(200);
    expect((await put({ cells: [], checks: [] })).body.code).toBe('evaluation-archived');
    expect(await get()).toEqual(before);
    expect((await archive(false)).status).toBe(200);
  });

  it('goes with its evaluation', async () => {
    await writeBaseData(
      t.store.write,
      t.evaluationId,
      { cells: [cell], checks: [] },
      'x',
      new Date(),
    );
    await deleteEvaluation(t.store.write, t.evaluationId);
    expect(await readBaseData(t.store.read, t.evaluationId)).toEqual({
      cells: [],
      checks: [],
      updatedAt: null,
      updatedBy: null,
    });
  });
});
