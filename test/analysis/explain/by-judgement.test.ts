import { describe } from 'vitest';
import { scoreAllOrNothing } from '../../../analysis/scoring/all-or-nothing.ts';
import { scoreCategory } from '../../../analysis/scoring/category.ts';
import { scoreChecklist } from '../../../analysis/scoring/checklist.ts';
import { scoreEventDeduction } from '../../../analysis/scoring/event-deduction.ts';
import { scoreManual } from '../../../analysis/scoring/manual.ts';
import { optionShareNeeds, scoreOptionShare } from '../../../analysis/scoring/option-share.ts';
import type { SurveySource } from '../../../analysis/scoring/survey-answer.ts';
import { reads, readsInEnglish } from '../../support/explained.ts';
import { points } from '../../support/rules.ts';

type Exact = number | string;

describe('a checklist', () => {
  type Rule = Parameters<typeof scoreChecklist>[0];
  type Inputs = Parameters<typeof scoreChecklist>[2];
  const id = (place: number) => '①②③④⑤'.charAt(place);
  const shares = (...worth: Exact[]): Rule => ({
    kind: 'checklist',
    items: worth.map((share, place) => ({ id: id(place), label: `p${place}`, share })),
  });
  const inPoints = (...worth: Exact[]): Rule => ({
    kind: 'checklist',
    items: worth.map((each, place) => ({ id: id(place), label: `p${place}`, points: each })),
  });
  const credits = (...credit: Exact[]): Inputs => ({
    credit: Object.fromEntries(credit.map((each, place) => [id(place), each])),
    reasons: Object.fromEntries([...'①②③④⑤'].map((each) => [each, '理由'])),
  });
  const of = (rule: Rule, weight: number, inputs: Inputs) =>
    scoreChecklist(rule, points(weight), inputs);
  const mixed: Rule = {
    kind: 'checklist',
    items: [...inPoints(1).items, { id: '②', label: 'p', share: 0.4 }],
  };
  const vetoes: Rule = {
    ...shares(0.5, 0.5),
    veto: [
      { id: '⑤', label: { 'zh-CN': '挪用资金', en: 'funds were diverted' } },
      { id: '⑥', label: '虚列支出' },
    ],
  };
  const vetoed = (veto: Record<string, boolean>) => of(vetoes, 5, { ...credits(1, 1), veto });
  const odd: Rule = { kind: 'checklist', items: [{ id: 'constructor', label: 'p', share: 1 }] };
  reads(
    [of(shares(0.4, 0.3, 0.3), 2, credits(1, 1, 1)), '(① 0.4 + ② 0.3 + ③ 0.3) × 2 = 2.00'],
    [of(shares(0.4, 0.3, 0.3), 2, credits(0, 1, 1)), '① 不得分；(② 0.3 + ③ 0.3) × 2 = 1.20'],
    [of(shares(0.4, 0.3, 0.3), 2, credits(0, 0, 1)), '①② 不得分；③ 0.3 × 2 = 0.60'],
    [of(shares(0.5, 0.5), 5, credits(0, 0)), '①② 均不得分：0.00'],
    [of(shares('1/3', '1/3', '1/3'), 3, credits(1, 1, 1)), '(① 1/3 + ② 1/3 + ③ 1/3) × 3 = 3.00'],
    [of(shares('1/3', '1/3', '1/3'), 2, credits(1, 1, 0)), '③ 不得分；(① 1/3 + ② 1/3) × 2 ≈ 1.33'],
    [of(shares(0.5, 0.5), 3, credits('1/3', 1)), '(① 0.5×1/3 + ② 0.5) × 3 = 2.00'],
    [of(shares(0.5, 0.5), 3, credits('1/3', '2/3')), '(① 0.5×1/3 + ② 0.5×2/3) × 3 = 1.50'],
    [of(shares(0.5, 0.5), 3, credits(0.25, 0)), '② 不得分；① 0.5×0.25 × 3 ≈ 0.38'],
    [of(shares(0.3, 0.3, 0.1), 2, credits(1, 1, 1)), '(① 0.3 + ② 0.3 + ③ 0.1) × 2 = 1.40'],
    [of(shares(0.7, 0.7), 2, credits(1, 1)), '(① 0.7 + ② 0.7) × 2 = 2.80，以分值 2 为限：2.00'],
    [of(inPoints(1, 0.5, 0.5), 3, credits(1, 1, 1)), '① 1 + ② 0.5 + ③ 0.5 = 2.00'],
    [of(inPoints(1, 0.5), 3, credits(1, 0.5)), '① 1 + ② 0.5×0.5 = 1.25'],
    [of(inPoints(2, 2), 3, credits(1, 1)), '① 2 + ② 2 = 4.00，以分值 3 为限：3.00'],
    [of(inPoints('1/3'), 3, credits(1)), '① 1/3 ≈ 0.33'],
    [of(mixed, 3, credits(1, 1)), '① 1 + ② 0.4×3 = 2.20'],
    [vetoed({ '⑤': true, '⑥': false }), '否决项 ⑤ 成立（挪用资金）：0.00'],
    [vetoed({ '⑤': false, '⑥': true }), '否决项 ⑥ 成立（虚列支出）：0.00'],
    [vetoed({ '⑤': true, '⑥': true }), '否决项 ⑤ 成立（挪用资金）：0.00'],
    [vetoed({ '⑤': false }), '尚未评定：⑥'],
    [of(vetoes, 5, credits(1, 1)), '尚未评定：⑤、⑥'],
    [of(shares(0.4, 0.3, 0.3), 2, { credit: { '②': 1 } }), '尚未评定：①、③'],
    [of(odd, 2, { credit: {} }), '尚未评定：constructor'],
    [of(shares(1), 2, { credit: { '①': 0.5 } }), '部分得分须说明理由：①'],
    [of(shares(1), 2, { credit: { '①': 0.5 }, reasons: { '①': '  ' } }), '部分得分须说明理由：①'],
    [
      of(shares(1), 2, { credit: { '①': '999/1000' }, reasons: { '②': '理由' } }),
      '部分得分须说明理由：①',
    ],
  );
  readsInEnglish(
    [of(shares(0.5, 0.5), 3, credits(1, 0)), 'no credit for ②; ① 0.5 × 3 = 1.50'],
    [of(shares(0.5, 0.5), 3, credits(0, 0)), 'no credit for ① ②: 0.00'],
    [of(shares(0.5, 0.5), 3, { credit: { '①': 0.5, '②': 1 } }), 'partial credit needs a reason: ①'],
    [
      of(vetoes, 5, { credit: {}, veto: { '⑤': true } }),
      'veto ⑤ applies (funds were diverted): 0.00',
    ],
    [of(shares(0.4, 0.3, 0.3), 2, { credit: { '②': 1 } }), 'not judged yet: ①, ③'],
  );
});

describe('all or nothing', () => {
  const judged = (met: boolean) =>
    scoreAllOrNothing({ kind: 'all-or-nothing' }, points(2), { met });
  reads([judged(true), '达到要求：满分 2.00'], [judged(false), '未达到要求：0.00']);
  readsInEnglish([judged(true), 'met: full marks, 2.00'], [judged(false), 'not met: 0.00']);
});

describe('a deduction by events', () => {
  const after = (events: number, pointsPerEvent: Exact = 0.5) =>
    scoreEventDeduction({ kind: 'event-deduction', pointsPerEvent }, points(3), { events });
  reads(
    [after(0), '未发生扣分情形：满分 3.00'],
    [after(1), '3 − 1 次 × 0.5 = 2.50'],
    [after(5), '3 − 5 次 × 0.5 = 0.50'],
    [after(6), '3 − 6 次 × 0.5 = 0.00'],
    [after(7), '3 − 7 次 × 0.5 = -0.50，不低于 0：0.00'],
    [after(1000), '3 − 1000 次 × 0.5 = -497.00，不低于 0：0.00'],
    [after(2, '1/3'), '3 − 2 次 × (1/3) ≈ 2.33'],
  );
  readsInEnglish(
    [after(0), 'no such event: full marks, 3.00'],
    [after(1), '3 − 1 event × 0.5 = 2.50'],
    [after(2), '3 − 2 events × 0.5 = 2.00'],
  );
});

describe('a category', () => {
  const rule = {
    kind: 'category' as const,
    cases: [
      { id: 'none', label: { 'zh-CN': '没有结余', en: 'no balance' }, points: 3 },
      { id: 'some', label: '有结余', points: 2 },
      { id: 'bonus', label: '超额', points: 9 },
      { id: 'above', label: '超过上年', points: 0 },
    ],
  };
  const of = (id: string) => scoreCategory(rule, points(3), { case: id });
  reads(
    [of('none'), '没有结余：3.00'],
    [of('some'), '有结余：2.00'],
    [of('above'), '超过上年：0.00'],
    [of('bonus'), '超额：9.00，以分值 3 为限：3.00'],
    [of(''), '所选情形不在评分标准之列'],
    [of('None'), '所选情形不在评分标准之列'],
    [of('constructor'), '所选情形不在评分标准之列'],
  );
  readsInEnglish(
    [of('none'), 'no balance: 3.00'],
    [of('some'), '有结余: 2.00'],
    [of('other'), 'the case chosen is none of the rule’s cases'],
  );
});

describe('the share of an option', () => {
  type Rule = Parameters<typeof scoreOptionShare>[0];
  const rule: Rule = {
    kind: 'option-share',
    from: { group: 'public', item: 'quality-of-life' },
    branches: [
      { option: 'marked', min: 0.7, credit: 1 },
      { option: 'slight', min: 0.7, credit: 0.5 },
      { option: 'none', min: 0.7, credit: 0 },
    ],
    otherwise: 'manual',
  };
  const labels: SurveySource['label'][] = [
    { 'zh-CN': '显著提升', en: 'Markedly improved' },
    '提升不明显',
  ];
  const sources = (...shares: (string | null)[]): SurveySource[] =>
    optionShareNeeds(rule).map((need, place) => {
      const value = shares[place] == null ? null : points(shares[place]);
      const label = labels[place];
      return { need, survey: 'ABC', value, base: value ? 137 : 0, ...(label && { label }) };
    });
  const of = (...shares: string[]) => scoreOptionShare(rule, points(2), sources(...shares));
  const split = sources('50', '40', '10');
  const otherwise = (credit: string) =>
    scoreOptionShare({ ...rule, otherwise: credit }, points(2), split);
  const settled = scoreOptionShare(rule, points(2), split, { credit: 0.5 });
  const third: Rule = { ...rule, branches: [{ option: 'marked', min: '1/3', credit: 1 }] };
  const none =
    '各选项均未达到规定占比（“显著提升” 50% < 70%，“提升不明显” 40% < 70%，“none” 10% < 70%）';
  const noneInEnglish =
    'no option reaches its share (“Markedly improved” 50% < 70%, “提升不明显” 40% < 70%, “none” 10% < 70%)';
  reads(
    [of('12800/137', '900/137', '0'), '“显著提升” 93.43% ≥ 70%：系数 1 × 2 = 2.00'],
    [of('70', '20', '10'), '“显著提升” 70% ≥ 70%：系数 1 × 2 = 2.00'],
    [of('70.0001', '29', '0'), '“显著提升” 70.0001% ≥ 70%：系数 1 × 2 = 2.00'],
    [of('29', '70', '1'), '“提升不明显” 70% ≥ 70%：系数 0.5 × 2 = 1.00'],
    [of('10', '20', '70'), '“none” 70% ≥ 70%：系数 0 × 2 = 0.00'],
    [
      of('209999/3000', '30', '0'),
      '各选项均未达到规定占比（“显著提升” 69.9997% < 70%，“提升不明显” 30% < 70%，“none” 0% < 70%），系数待评价组确定',
    ],
    [
      scoreOptionShare(third, points(2), sources('100/3')),
      '“显著提升” 100/3% ≥ 100/3%：系数 1 × 2 = 2.00',
    ],
    [otherwise('0'), `${none}：系数 0 × 2 = 0.00`],
    [otherwise('1/3'), `${none}：系数 1/3 × 2 ≈ 0.67`],
    [otherwise('1'), `${none}：系数 1 × 2 = 2.00`],
    [settled, `${none}：评价组确定系数 0.5 × 2 = 1.00`],
    [
      scoreOptionShare({ ...rule, otherwise: 0 }, points(2), sources(null, null, null)),
      '调查 ABC 还没有可用的有效答案',
    ],
  );
  readsInEnglish(
    [of('12800/137', '900/137', '0'), '“Markedly improved” 93.43% ≥ 70%: credit 1 × 2 = 2.00'],
    [of('50', '40', '10'), `${noneInEnglish}; the evaluators have to settle the credit`],
    [settled, `${noneInEnglish}: by the evaluators, credit 0.5 × 2 = 1.00`],
  );
});

describe('a manual score', () => {
  const given = (score: Exact) => scoreManual({ kind: 'manual' }, points(7), { score });
  reads(
    [given(0), '评价组评分：0.00'],
    [given('6.5'), '评价组评分：6.50'],
    [given(7), '评价组评分：7.00'],
    [given(7.01), '评价组评分：7.01，以分值 7 为限：7.00'],
    [given('6.125'), '评价组评分：6.125 ≈ 6.13'],
  );
  reads([scoreManual({ kind: 'manual' }, points(100), { score: 70 }), '评价组评分：70.00']);
  readsInEnglish([given(6), 'scored by the evaluators: 6.00']);
});
