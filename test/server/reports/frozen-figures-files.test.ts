import { Ajv } from 'ajv';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { frozenFiguresCsv } from '../../../server/reports/frozen-figures-csv.ts';
import { frozenFiguresXlsx } from '../../../server/reports/frozen-figures-xlsx.ts';
import type { FrozenFigures } from '../../../survey-definitions/frozen-figures.ts';
import { jsonSchemas } from '../../../survey-definitions/json-schemas.ts';
import { said, withExample } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';

describe.each(ENGINES.slice(0, 1))('a frozen figure as a file', (engine) => {
  const t = withExample(engine);
  let frozen: FrozenFigures;
  const get = (suffix: string, headers: Record<string, string> = {}) =>
    t.admin(
      'GET',
      `/api/evaluations/${t.evaluationId}/figures/frozen/${frozen.id}${suffix}`,
      undefined,
      headers,
    );
  const sheetsOf = async (bytes: Uint8Array) => {
    const { sheets } = await readXlsx(bytes);
    return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows]));
  };

  beforeAll(async () => {
    const path = `/api/evaluations/${t.evaluationId}/figures`;
    frozen = (await said(t.admin('POST', path, {}))).body;
  });

  it('is valid by the JSON Schema in the docs, which tells another thing from it', () => {
    const schema = JSON.parse(jsonSchemas()['docs/frozen-figures.schema.json'] ?? '');
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(frozen);
    expect(validate.errors).toBeNull();
    const [first] = frozen.figures;
    for (const broken of [
      { ...frozen, format: 'manping-figures/2' },
      { ...frozen, hash: undefined },
      { ...frozen, figures: [{ ...first, base: '137' }] },
    ])
      expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false);
  });

  it('comes as CSV with a line per figure, each with what was frozen when', async () => {
    const answer = await get('.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=UTF-8');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="figures-${frozen.id}.csv"`,
    );
    const [head = '', ...lines] = (await answer.text()).trimEnd().split('\r\n');
    expect(head).toBe(
      'group,survey,questionnaire,version,quantity,item,option,topic,base,method,exact,value,display,groupName,combine,surveys,id,frozenAt,frozenBy,hash',
    );
    expect(lines).toHaveLength(frozen.figures.length);
    const composite = lines.find((line) => line.startsWith('public,') && /,composite,/.test(line));
    expect(composite).toContain(',137,exact,');
    expect(composite).toContain(',89.34,受益群众,');
    expect(composite).toContain(`,${frozen.id},${frozen.frozenAt},admin,${frozen.hash}`);
  });

  it('comes as a workbook with the numbers as numbers, what came back, and what it rests on', async () => {
    const answer = await get('.xlsx');
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    const sheets = await sheetsOf(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(sheets)).toEqual(['满意度结果', '回收情况', '说明']);
    const figures = sheets['满意度结果'] ?? [];
    expect(figures).toHaveLength(frozen.figures.length + 1);
    expect(figures[0]?.at(-1)).toBe('数值（%）');
    const wanted = frozen.figures.find((each) => each.group === 'public');
    expect(figures.find((row) => row[0] === '受益群众')).toEqual([
      '受益群众',
      'pubeca34',
      '综合满意度',
      null,
      null,
      137,
      wanted?.value?.exact,
      wanted?.value?.value,
    ]);
    const survey = frozen.groups.find(({ group }) => group === 'public')?.surveys[0];
    const returns = sheets['回收情况']?.filter((row) => row[1] === 'pubeca34');
    expect(returns?.map((row) => row.slice(2, 11))).toEqual([
      ['合计', '合计', 100, survey?.returns.handedOut ?? null, 137, 137, 0, 0, 0],
      ...(survey?.byChannel ?? []).map((each) => [
        expect.any(String),
        '合计',
        each.planned,
        each.handedOut,
        each.received,
        each.valid,
        0,
        0,
        0,
      ]),
    ]);
    const notes = new Map(sheets['说明']?.map(([name, value]) => [name, value]));
    expect(notes.get('校验码（SHA-256）')).toBe(frozen.hash);
    expect(notes.get('定稿人')).toBe('admin');
    expect(sheets['说明']?.flat()).toContainEqual(
      survey && 'n' in survey.responses && `${survey.responses.sha256} (n = 137)`,
    );
  });

  it('speaks the language that was asked for, and freezes its heads', async () => {
    const bytes = await get('.xlsx', { 'accept-language': 'en' });
    const { sheets } = await readXlsx(new Uint8Array(await bytes.arrayBuffer()), {
      readStyles: true,
    });
    expect(sheets.map(({ name }) => name)).toEqual(['Figures', 'Returns', 'Notes']);
    expect(sheets.map(({ freezePane }) => freezePane?.rows)).toEqual([1, 1, 1]);
    expect(sheets[0]?.cells?.get('1,7')?.style?.numFmt).toBe('0.00');
  });

  it('is not sent to whoever has it, each format by itself; others and other names are not found', async () => {
    const tags = await Promise.all(
      ['', '.csv', '.xlsx'].map(async (suffix) => (await get(suffix)).headers.get('etag') ?? ''),
    );
    expect(new Set(tags).size).toBe(3);
    for (const [index, suffix] of ['', '.csv', '.xlsx'].entries())
      expect((await get(suffix, { 'if-none-match': tags[index] ?? '' })).status).toBe(304);
    for (const suffix of ['.pdf', '.csv.csv', '.', '.CSV'])
      expect(await said(get(suffix))).toMatchObject({
        status: 404,
        body: { code: 'unknown-figures' },
      });
    const { body } = await said(t.admin('GET', '/api/audit?action=figures.export'));
    const formats = body.items.map(({ detail }: { detail: { format: string } }) => detail.format);
    expect(new Set(formats)).toEqual(new Set(['csv', 'xlsx']));
  });

  it('makes no formula of what somebody typed, and loses no letter of it', async () => {
    const typed = ['=1+1', '+1', '-1', '@x', '007', '2026-01-01', 'a<b>&"c"', '多\n行', ' x '];
    const { hash, scores, stale, summary, changes, ...content } = frozen;
    const [figure] = content.figures;
    if (figure === undefined) throw new Error('no figure');
    const figures = typed.map((text) => ({ ...figure, topic: { 'zh-CN': text, en: text } }));
    const stored = { content: { ...content, figures, frozenBy: '=cmd()' }, hash };
    const bytes = await frozenFiguresXlsx(stored, 'en');
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    expect(sheets[0]?.rows.slice(1).map((row) => row[4])).toEqual(typed);
    const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect(sheets[2]?.rows.flat()).toContain('=cmd()');
    expect(frozenFiguresCsv(stored, 'en')).toContain(",'=1+1,");
  });
});
