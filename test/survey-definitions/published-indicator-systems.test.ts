import { describe, expect, it } from 'vitest';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { type IndicatorSystem, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import miluoSystem from '../../survey-definitions/indicator-systems/miluo-2020-self-evaluation/1.json' with {
  type: 'json',
};
import shuozhouSystem from '../../survey-definitions/indicator-systems/shuozhou-2019-ecology/1.json' with {
  type: 'json',
};
import type { ScoringRule } from '../../survey-definitions/scoring-rule.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import miluo from '../cases/miluo-2020.json' with { type: 'json' };
import shuozhou from '../cases/shuozhou-2019.json' with { type: 'json' };

/** The kinds of the cases in our words. */
const KIND: Record<string, ScoringRule['kind']> = {
  completion_ratio: 'completion-ratio',
  step_deduction: 'step-deduction',
  tiered_bands: 'tiered-bands',
  checklist: 'checklist',
  checklist_veto: 'checklist',
  all_or_nothing: 'all-or-nothing',
  event_deduction: 'event-deduction',
  category: 'category',
  option_share: 'option-share',
  target_else_proportional: 'target-proportional',
  manual: 'manual',
};

describe('the Shuozhou system', () => {
  const defined = indicatorsOf(system(shuozhouSystem));

  it('has the 36 indicators of the case with their names, targets, weights and levels', () => {
    expect(defined).toHaveLength(36);
    expect(
      defined.map(({ indicator, level1, level2 }) => ({
        code: indicator.code,
        name: textIn(indicator.name, 'zh-CN'),
        level1: `${level1.code} ${textIn(level1.name, 'zh-CN')}`,
        level2: level2.code,
        weight: indicator.weight,
        target: textIn(indicator.target, 'zh-CN'),
      })),
    ).toEqual(
      shuozhou.indicators.map(({ code, name, level1, level2, weight, target }) => ({
        code,
        name,
        level1,
        level2,
        weight,
        target,
      })),
    );
  });

  it('scores by the rules of the case with its parameters', () => {
    for (const { code, rule: kind, params } of facts(shuozhou.indicators)) {
      const rule = defined.find(({ indicator }) => indicator.code === code)?.indicator.rule;
      if (kind === 'threshold_all_or_nothing')
        expect(rule, code).toMatchObject(
          'op' in params
            ? { kind: 'threshold', op: params['op'], target: params['target'] }
            : { kind: 'all-or-nothing' },
        );
      else expect(rule, code).toMatchObject({ kind: KIND[kind], ...expectedOf(kind, params) });
    }
  });

  it('says its reading wherever the case leaves one open, A302’s shares, C102’s rest, C201’s class', () => {
    const open = facts(shuozhou.indicators)
      .filter(({ params }) => Object.values(params).includes('unspecified'))
      .map(({ code }) => code);
    const told = defined
      .filter(({ indicator }) => indicator.reading)
      .map(({ indicator }) => indicator.code);
    expect(open).toContain('C102');
    expect(told).toEqual(expect.arrayContaining([...open, 'A302', 'C201']));
  });

  it('is fed by both surveys: two composites and one option share', () => {
    const fed = defined.flatMap(({ indicator: { code, rule } }) =>
      'from' in rule && rule.from ? [{ code, from: rule.from }] : [],
    );
    expect(fed).toEqual([
      { code: 'C102', from: { group: 'public', item: 'quality-of-life' } },
      { code: 'C301', from: { group: 'public', quantity: 'composite' } },
      { code: 'C302', from: { group: 'management-object', quantity: 'composite' } },
    ]);
  });

  it('grades as the case does', () => {
    expect(
      system(shuozhouSystem).gradeBands.map((band) => ({
        ...band,
        grade: textIn(band.grade, 'zh-CN'),
      })),
    ).toEqual(shuozhou.gradeBands);
  });
});

describe('the Miluo system', () => {
  const defined = indicatorsOf(system(miluoSystem));

  it('has the 23 indicators of the case by their printed numbers, with names, weights and levels', () => {
    expect(defined).toHaveLength(23);
    expect(
      defined.map(({ indicator, level1, level2 }) => ({
        no: Number(indicator.code),
        level1: textIn(level1.name, 'zh-CN'),
        level2: textIn(level2.name, 'zh-CN'),
        name: textIn(indicator.name, 'zh-CN'),
        weight: indicator.weight,
      })),
    ).toEqual(
      miluo.indicators.map(({ no, level1, level2, name, weight }) => ({
        no,
        level1,
        level2,
        name,
        weight,
      })),
    );
  });

  it('scores by the rules of the case with its parameters', () => {
    for (const { no, rule: kind, params } of facts(miluo.indicators)) {
      const rule = defined.find(({ indicator }) => Number(indicator.code) === no)?.indicator.rule;
      expect(rule, String(no)).toMatchObject({ kind: KIND[kind], ...expectedOf(kind, params) });
    }
  });

  it('gives its satisfaction indicator 5, 3, 1 or 0 points at 95, 85 and 75', () => {
    expect(defined[22]?.indicator.rule).toEqual({
      kind: 'tiered-bands',
      bands: [
        { min: 95, points: 5 },
        { min: 85, maxExclusive: 95, points: 3 },
        { min: 75, maxExclusive: 85, points: 1 },
        { maxExclusive: 75, points: 0 },
      ],
      from: { group: 'public', quantity: 'composite' },
    });
  });

  it('says that its grade bands were not published, and every reading of a partial step', () => {
    expect(miluoSystem.reference).toContain('Grade bands were not published');
    const steps = defined.filter(({ indicator }) => indicator.rule.kind === 'step-deduction');
    expect(steps.map(({ indicator }) => indicator.reading === undefined)).toEqual(
      Array(6).fill(false),
    );
  });
});

interface CaseIndicator {
  code: string;
  no: number;
  rule: string;
  // biome-ignore lint/suspicious/noExplicitAny: the parameters of a case differ by rule
  params: Record<string, any>;
}

/** The indicators of a case as one type, where TypeScript sees one of their own for each. */
function facts(indicators: unknown): CaseIndicator[] {
  return indicators as CaseIndicator[];
}

function expectedOf(kind: string, params: CaseIndicator['params']): object {
  switch (kind) {
    case 'step_deduction':
      return {
        target: params['target'],
        side: params['side'],
        step: params['step_pp'],
        deduct:
          'deduct_share' in params
            ? { share: params['deduct_share'] }
            : { points: params['deduct_points'] },
        partialStep: params['step_rounding'] === 'half_up' ? 'half-up' : 'proportional',
        ...('zero_at_or_below' in params ? { zeroAt: params['zero_at_or_below'] } : {}),
      };
    case 'checklist':
    case 'checklist_veto':
      return {
        items: params['items'].map(({ label, ...idAndShare }: { label?: string }) => idAndShare),
        ...('veto' in params ? { veto: params['veto'].map((id: string) => ({ id })) } : {}),
      };
    case 'tiered_bands':
      return {
        bands: params['bands'].map((band: Record<string, number>) =>
          Object.fromEntries(
            Object.entries(band).map(([key, value]) => [
              key.replace('_exclusive', 'Exclusive'),
              value,
            ]),
          ),
        ),
      };
    case 'event_deduction':
      return {
        pointsPerEvent: params['deduct_points_per_event'],
        ...('conditions' in params ? { events: { length: params['conditions'] } } : {}),
      };
    case 'category':
      return { cases: params['cases'].map(({ points }: { points: number }) => ({ points })) };
    case 'option_share':
      return {
        from: { group: params['survey'], item: params['item'] },
        branches: params['branches'].map((branch: Record<string, number>) => ({
          min: branch['min_share'],
          credit: branch['credit'],
        })),
      };
    case 'target_else_proportional':
      return { target: params['target'], below: 'value' };
    default:
      return {};
  }
}

function system(input: unknown): IndicatorSystem {
  const checked = checkIndicatorSystem(input);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
}
