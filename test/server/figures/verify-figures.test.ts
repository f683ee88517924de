import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashed } from '../../../server/figures/freeze.ts';
import { verifyFigures } from '../../../server/figures/verify.ts';
import { updateEvaluation } from '../../../server/store/evaluations.ts';
import { findFrozen, type StoredFigures } from '../../../server/store/frozen-figures.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW } from '../../support/fieldwork.ts';

const AIR = ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied'];

describe.each(ENGINES)('verifying a frozen figure (%s)', (engine) => {
  const t = withFieldwork(engine);
  let frozen: StoredFigures;
  const verify = (file: StoredFigures = frozen) => verifyFigures(t.store.read, file, NOW);
  const places = async (file?: StoredFigures) =>
    (await verify(file)).faults.map((fault) => ('pointer' in fault ? fault.pointer : fault.kind));
  const rows = () =>
    t.store.read.selectFrom('responses').selectAll().orderBy('received_at').orderBy('id').execute();
  type Row = Awaited<ReturnType<typeof rows>>[number];
  /** Changes a response in the database itself, as no route would; and back again. */
  const withChanged = async <T>(row: Row, set: Partial<Row>, look: () => Promise<T>) => {
    const change = (to: Partial<Row>) =>
      t.store.write.updateTable('responses').set(to).where('id', '=', row.id).execute();
    await change(set);
    const seen = await look();
    await change(Object.fromEntries(Object.keys(set).map((key) => [key, row[key as keyof Row]])));
    return seen;
  };

  beforeAll(async () => {
    await updateEvaluation(t.store.write, t.evaluationId, { feeds: { public: t.code } });
    const writer = createResponseWriter(t.store);
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        writer.write(
          aResponse(t.code, {
            answers: {
              age: 'old',
              air: AIR[index % 4] ?? '',
              overall: AIR[index % 3] ?? '',
              wishes: ['clean'],
              say: `第 ${index} 位`,
            },
            channel: index % 5 === 0 ? 'paper' : 'online',
            disposition: index % 7 === 0 ? 'invalid' : 'valid',
            receivedAt: new Date(NOW.getTime() + Math.floor(index / 3) * 1000).toISOString(),
          }),
        ),
      ),
    );
    await writer.drain();
    const path = `/api/evaluations/${t.evaluationId}/figures`;
    const { body } = await said(t.admin('POST', path, {}));
    const stored = await findFrozen(t.store.read, t.evaluationId, body.id);
    if (stored === undefined) throw new Error('nothing was frozen');
    frozen = stored;
  });

  it('holds where nothing has changed', async () => {
    expect(await verify()).toEqual({ faults: [], uncheckable: new Map() });
    expect(frozen.content.figures.length).toBeGreaterThan(2);
  });

  it('does not look at counts that are kept, but at the answers', async () => {
    await t.store.write.updateTable('answer_counts').set({ n: 3 }).execute();
    await t.store.write.updateTable('day_counts').set({ n: 3 }).execute();
    await t.store.write.updateTable('own_mean_sums').set({ n: 3 }).execute();
    expect((await verify()).faults).toEqual([]);
  });

  it('fails whatever one disposition, answer or channel is changed, and names it', async () => {
    const all = await rows();
    const [row] = all;
    const other = <T>(values: readonly T[]) => fc.constantFrom(...values);
    const change = fc.oneof(
      other(['valid', 'invalid', 'ineligible', 'on-hold'] as const).map((disposition) => () => ({
        disposition,
      })),
      other(['online', 'paper', 'import'] as const).map((channel) => () => ({ channel })),
      fc
        .tuple(fc.constantFrom('air', 'overall'), other(AIR))
        .map(([item, option]) => (of: Row) => ({
          answers: JSON.stringify({ ...JSON.parse(of.answers), [item]: option }),
        })),
      other([['quick'], ['clean', 'open']]).map((wishes) => (of: Row) => ({
        answers: JSON.stringify({ ...JSON.parse(of.answers), wishes }),
      })),
    );
    expect(row).toBeDefined();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), change, async (of, changed) => {
        const set: Partial<Row> = changed(of);
        fc.pre(Object.entries(set).some(([key, value]) => of[key as keyof Row] !== value));
        const named = await withChanged(of, set, places);
        expect(named).toContain('/groups/0/surveys/0/responses');
        if (set.channel !== undefined)
          expect(named.some((place) => place.includes('/byChannel'))).toBe(true);
      }),
      { numRuns: 25 },
    );
    expect(await places()).toEqual([]);
  });

  it('names the figures that came to be others, exactly', async () => {
    const row = (await rows()).find(({ disposition }) => disposition === 'valid');
    if (row === undefined) throw new Error('no valid response');
    const { faults } = await withChanged(row, { disposition: 'invalid' }, verify);
    expect(faults).toContainEqual({
      kind: 'differs',
      pointer: '/figures/0/value',
      file: frozen.content.figures[0]?.value?.exact,
      database: expect.stringMatching(/^\d+(\.\d+|\/\d+)?$/),
    });
    expect(faults).toContainEqual({
      kind: 'differs',
      pointer: '/groups/0/surveys/0/returns/valid',
      file: '20',
      database: '19',
    });
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'responses' }));
  });

  it('holds where somebody’s own words were changed', async () => {
    const [row] = await rows();
    if (row === undefined) throw new Error('no response');
    const answers = JSON.stringify({ ...JSON.parse(row.answers), say: '改过' });
    expect(await withChanged(row, { answers }, places)).toEqual([]);
  });

  it('names a number that was changed in the file, also where its hash was made to fit', async () => {
    const changed = structuredClone(frozen);
    const [figure] = changed.content.figures;
    if (!figure?.value) throw new Error('no figure');
    figure.value = { exact: '99', value: 99, display: '99.00' };
    expect(await places(changed)).toEqual(['hash', '/figures/0/value']);
    const { hash } = hashed(changed.content);
    expect(await places({ ...changed, hash })).toEqual(['other-hash', '/figures/0/value']);
  });

  it('names what only what was stored can tell: who froze it, what a number was shown as', async () => {
    const changed = structuredClone(frozen);
    changed.content.frozenBy = 'li';
    const [figure] = changed.content.figures;
    if (figure?.value) figure.value.display = '1.00';
    expect(await places(changed)).toEqual(['hash', '/frozenBy', '/figures/0/value/display']);
  });

  it('says of a figure that was never frozen here that it was not', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const elsewhere = { ...frozen.content, evaluation: { ...frozen.content.evaluation, id } };
    expect(await places({ ...frozen, content: elsewhere })).toEqual(['hash', 'not-frozen']);
    const other = { ...frozen.content, id };
    expect(await places({ content: other, hash: hashed(other).hash })).toEqual(['not-frozen']);
  });

  it('compares with what feeds the group now, and names the survey that no longer does', async () => {
    const other = aSurvey(t.evaluationId);
    await insertSurvey(t.store.write, other);
    const feed = (code: string) =>
      updateEvaluation(t.store.write, t.evaluationId, { feeds: { public: code } });
    await feed(other.code);
    const { faults } = await verify();
    await feed(t.code);
    expect(faults).toEqual(
      expect.arrayContaining([
        { kind: 'differs', pointer: '/figures/0/survey', file: t.code, database: other.code },
        { kind: 'differs', pointer: '/groups/0/surveys/0', file: t.code, database: 'nothing' },
        { kind: 'differs', pointer: '/groups/0/surveys', file: 'nothing', database: other.code },
      ]),
    );
    expect(await places()).toEqual([]);
  });
});
