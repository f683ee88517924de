import { beforeAll, describe, expect, it } from 'vitest';
import { display } from '../../analysis/rounding.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { failingChecks } from '../../analysis/scoring/cell-checks.ts';
import { cellsOf } from '../../analysis/scoring/cells.ts';
import { computedInputs } from '../../analysis/scoring/computed-inputs.ts';
import { digits, displayNumber } from '../../analysis/scoring/display-number.ts';
import { loadExample } from '../../server/example/load-example.ts';
import { reconstructAnswers, uuidFor } from '../../server/example/reconstruct.ts';
import { INPUTS, OVERRIDES, SURVEYS } from '../../server/example/shuozhou-2019.ts';
import { BASE_DATA } from '../../server/example/shuozhou-2019-base-data.ts';
import {
  shippedIndicatorSystems,
  shippedQuestionnaires,
} from '../../server/shipped-definitions.ts';
import { readCounts, readProgress } from '../../server/store/counts.ts';
import { insertIndicatorSystem } from '../../server/store/indicator-systems.ts';
import { insertQuestionnaire } from '../../server/store/questionnaires.ts';
import { readEntries } from '../../server/store/scoring-entries.ts';
import { BaseData } from '../../survey-definitions/base-data.ts';
import { baseDataFaults } from '../../survey-definitions/base-data-faults.ts';
import { indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import facts from '../cases/shuozhou-2019.json' with { type: 'json' };
import { ENGINES } from '../support/engines.ts';
import { shuozhouSystem } from '../support/shuozhou-entries.ts';
import { withTestStore } from '../support/store.ts';

const questionnaires = await shippedQuestionnaires();

function questionnaire(id: string) {
  const found = questionnaires.find((each) => each.id === id);
  if (!found) throw new Error(`no questionnaire ${id}`);
  return found;
}

function ruleOf(code: string) {
  const found = indicatorsOf(shuozhouSystem).find(({ indicator }) => indicator.code === code);
  if (!found) throw new Error(`no indicator ${code}`);
  return found.indicator.rule;
}

describe('the worked example is the published case', () => {
  it.each(SURVEYS.map((survey) => [survey.questionnaire.id, survey] as const))(
    'has the published plan, returns and counts of %s',
    (_, survey) => {
      const q = questionnaire(survey.questionnaire.id);
      const group = facts.groups[q.respondentGroup as keyof typeof facts.groups];
      expect(survey.planned).toBe(group.planned);
      expect(survey.received).toEqual(group.received);
      const published = group.items.flatMap((item) =>
        'counts' in item ? [[item.id, item.counts]] : [],
      );
      expect(survey.counts).toEqual(Object.fromEntries(published));
    },
  );

  it('has the published inputs of every indicator that is not fed from a survey', () => {
    for (const { code, inputs } of facts.indicators) {
      const entered = INPUTS[code] as Record<string, unknown> | undefined;
      const expressions = computedInputs(ruleOf(code), entered, cellsOf(BASE_DATA));
      // Printed rounded, and kept as what it was computed of.
      if (expressions.length > 0)
        for (const { place, result } of expressions)
          expect([code, Number(result && digits(displayNumber(result)))]).toEqual([
            code,
            inputs[place.join() as keyof typeof inputs],
          ]);
      else if ('value_from' in inputs || 'counts' in inputs) expect(entered).toBeUndefined();
      else if ('veto_triggered' in inputs) {
        expect(entered).toEqual({ credit: inputs.credit, veto: inputs.veto_triggered });
      } else expect(entered).toEqual(inputs);
    }
  });

  it('has the published base data, with what was left out of it, and what holds between its cells', () => {
    const { cells, excluded } = facts.baseData;
    expect(BASE_DATA.cells.map(({ excluded: _, ...cell }) => cell)).toEqual(cells);
    const leftOut = BASE_DATA.cells.filter((cell) => cell.excluded);
    expect(
      leftOut.map((cell) => ({ cell: cell.code, reason: cell.excluded?.['2019']?.reason })),
    ).toEqual(excluded);
    expect(BaseData.parse(BASE_DATA)).toEqual(BASE_DATA);
    expect(baseDataFaults(BASE_DATA)).toEqual([]);
    expect(BASE_DATA.checks.length).toBeGreaterThan(0);
    expect(failingChecks(BASE_DATA.checks, cellsOf(BASE_DATA))).toEqual([]);
  });

  it('overrides with the published score, and with a reason', () => {
    for (const [code, { score, reason }] of Object.entries(OVERRIDES)) {
      const published = facts.indicators.find((indicator) => indicator.code === code);
      expect(Number(score)).toBe(published?.publishedScore);
      expect(reason).toContain('公布');
    }
  });

  it('rebuilds the same responses every time', () => {
    for (const survey of SURVEYS) {
      const q = questionnaire(survey.questionnaire.id);
      expect(reconstructAnswers(q, survey)).toEqual(reconstructAnswers(q, survey));
    }
  });

  it('refuses counts that do not fit the number of respondents', () => {
    const survey = SURVEYS[0];
    if (!survey) throw new Error('no survey');
    const broken = { ...survey, counts: { ...survey.counts, overall: [42, 13, 0, 0] } };
    expect(() => reconstructAnswers(questionnaire(survey.questionnaire.id), broken)).toThrow(
      'management-object/overall',
    );
  });

  it('derives ids that are UUIDs', () => {
    expect(uuidFor('a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(uuidFor('a')).not.toBe(uuidFor('b'));
  });
});

describe.each(ENGINES)('loading the worked example on %s', (engine) => {
  const store = withTestStore(engine);
  const now = new Date('2026-11-21T08:00:00Z');
  beforeAll(async () => {
    for (const q of questionnaires) await insertQuestionnaire(store.write, q, now);
    for (const system of await shippedIndicatorSystems()) {
      await insertIndicatorSystem(store.write, system, now);
    }
  });

  it('is done once, also by several servers at once', async () => {
    const loaded = await Promise.all([1, 2, 3].map(() => loadExample(store, now)));
    expect(loaded.filter(Boolean)).toHaveLength(1);
    expect(await loadExample(store, now)).toBe(false);
  });

  it('gives 56 and 137 valid responses by channel, none flagged, and 94.35 and 89.34', async () => {
    const seen: Record<string, unknown> = {};
    for (const survey of SURVEYS) {
      const q = questionnaire(survey.questionnaire.id);
      const { byChannel } = await readProgress(store.read, survey.code);
      for (const line of byChannel) {
        const received = survey.received[line.channel as 'online' | 'paper'];
        expect(line).toMatchObject({ received, valid: received, invalid: 0, flagged: 0 });
      }
      const results = surveyResults(q, await readCounts(store.read, survey.code), 'exact');
      seen[q.respondentGroup] = [results.base, results.composite && display(results.composite, 2)];
    }
    expect(seen).toEqual({ 'management-object': [56, '94.35'], public: [137, '89.34'] });
  });

  it('leaves the open copies empty', async () => {
    for (const survey of SURVEYS) {
      expect((await readProgress(store.read, survey.tryCode)).byChannel).toEqual([]);
    }
  });

  it('says at C301 what was printed instead, and why', async () => {
    const evaluation = await store.read
      .selectFrom('evaluations')
      .select('id')
      .executeTakeFirstOrThrow();
    const entries = await readEntries(store.read, evaluation.id);
    expect(entries['C301']).toEqual({ note: expect.stringContaining('3.56') });
    expect(entries['C301']?.note).toContain('64.42%');
  });
});
