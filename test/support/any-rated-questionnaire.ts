import fc from 'fast-check';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';

interface AnyScale {
  id: string;
  outOf?: number | string;
  options: { id: string; label: string; weight?: number | string; scored?: false }[];
}

/** Two to six grades, best first, of 100, of 5 or of 1 in thirds; unscored options anywhere between them. */
const scaleWith = (id: string): fc.Arbitrary<AnyScale> =>
  fc
    .record({
      full: fc.constantFrom(100, 5, 1),
      grades: fc.integer({ min: 2, max: 6 }),
      unscored: fc.array(fc.nat({ max: 6 }), { maxLength: 2 }),
    })
    .map(({ full, grades, unscored }) => {
      const options: AnyScale['options'] = Array.from({ length: grades }, (_, place) => ({
        id: `g${place}`,
        label: `第 ${place} 档`,
        // As 5, 10/3, 5/3, 0 of four grades.
        weight: `${full * (grades - 1 - place)}/${grades - 1}`,
      }));
      for (const [n, place] of unscored.entries())
        options.splice(Math.min(place, options.length), 0, {
          id: `u${n}`,
          label: `不了解 ${n}`,
          scored: false,
        });
      return { id, ...(full !== 100 && { outOf: full }), options };
    });

const METHODS = [undefined, 'items', 'dimensions', 'pooled', 'overall', 'top', 'persons'] as const;

const ratedItem = fc.record({
  scale: fc.constantFrom('one', 'two'),
  required: fc.boolean(),
  /** Asked only of those who chose the first option of `who`. */
  asked: fc.constantFrom('all', 'all', 'here'),
});

/** What can be put together wrongly, in one questionnaire of few items. */
const ingredients = fc.record({
  one: scaleWith('one'),
  two: scaleWith('two'),
  items: fc.array(ratedItem, { minLength: 1, maxLength: 4 }),
  method: fc.constantFrom(...METHODS),
  weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
  threshold: fc.constantFrom('50', '80', '200/3', '100'),
  endsHere: fc.boolean(),
  exclusive: fc.boolean(),
});

/**
 * Small questionnaires with everything that a group's number may be made of: scales of any full marks, unscored options,
 * items that not all are asked, “none of these”, an option that ends the questionnaire, and each method.
 */
export const anyRatedQuestionnaire: fc.Arbitrary<Questionnaire> = ingredients.map((given) => {
  const rated = given.items.map(({ scale, required, asked }, place) => ({
    id: `r${place}`,
    type: 'satisfaction',
    topic: `题 ${place}`,
    text: `对第 ${place} 项满意吗？`,
    scale,
    required,
    ...(asked === 'here' && { showIf: { item: 'who', options: ['here'] } }),
  }));
  return Questionnaire.parse({
    id: 'any-rated',
    version: 1,
    title: '任意问卷',
    respondentGroup: 'public',
    scales: [given.one, given.two],
    sections: [
      {
        id: 'you',
        role: 'profile',
        title: '基本情况',
        items: [
          {
            id: 'who',
            type: 'single',
            topic: '住在哪里',
            text: '您住在哪里？',
            options: [
              { id: 'here', label: '本地' },
              { id: 'near', label: '附近' },
              { id: 'away', label: '外地', ...(given.endsHere && { endsHere: true }) },
            ],
          },
          {
            id: 'ways',
            type: 'multiple',
            topic: '途径',
            text: '您通过哪些途径办事？',
            required: false,
            options: [
              { id: 'web', label: '网络' },
              { id: 'desk', label: '窗口' },
              { id: 'none', label: '都没有', ...(given.exclusive && { exclusive: true }) },
            ],
          },
        ],
      },
      { id: 'rating', role: 'satisfaction', title: '满意度', items: rated },
      {
        id: 'opinion',
        role: 'opinion',
        title: '意见',
        items: [
          { id: 'say', type: 'text', topic: '建议', text: '您有什么建议？', required: false },
        ],
      },
    ],
    ...compositeOf(
      given,
      rated.map(({ id }) => id),
    ),
    validity: [{ rule: 'no-double-mark' }],
  });
});

function compositeOf(
  {
    method,
    weights,
    threshold,
    one,
    two,
  }: Pick<
    typeof ingredients extends fc.Arbitrary<infer T> ? T : never,
    'method' | 'weights' | 'threshold' | 'one' | 'two'
  >,
  ids: string[],
): { composite?: object } {
  const shares = (n: number) => {
    const total = weights.slice(0, n).reduce((sum, weight) => sum + weight, 0);
    return weights.slice(0, n).map((weight) => `${weight}/${total}`);
  };
  const grades = ({ options }: AnyScale) =>
    options.filter(({ weight }) => weight !== undefined).length;
  switch (method) {
    case undefined:
      return {};
    case 'items': {
      const each = shares(ids.length);
      return {
        composite: { method, weights: Object.fromEntries(ids.map((id, n) => [id, each[n]])) },
      };
    }
    case 'dimensions': {
      const halves = [ids.filter((_, n) => n % 2 === 0), ids.filter((_, n) => n % 2 === 1)].filter(
        (half) => half.length > 0,
      );
      const each = shares(halves.length);
      const dimensions = halves.map((items, n) => ({
        id: `d${n}`,
        name: `维度 ${n}`,
        weight: each[n],
        items,
      }));
      return { composite: { method, dimensions } };
    }
    case 'pooled':
      return { composite: { method } };
    case 'overall':
      return { composite: { method, item: ids.at(-1) } };
    case 'top':
      return { composite: { method, grades: Math.min(grades(one), grades(two)) > 2 ? 2 : 1 } };
    case 'persons':
      return { composite: { method, threshold } };
  }
}

/**
 * What may come in to such a questionnaire by paper or import: answers, blanks, double marks, options that there are not,
 * answers to items that do not apply, items that there are not.
 */
export function anyRatedAnswers(q: Questionnaire): fc.Arbitrary<Record<string, string | string[]>> {
  const entries = itemsOf(q).map((item) => {
    const ids = optionsOf(q, item).map(({ id }) => id);
    if (item.type === 'text') return [item.id, fc.constantFrom('', ' \n', '路灯太暗')] as const;
    const several = item.type === 'multiple';
    return [
      item.id,
      fc.oneof(
        { weight: 6, arbitrary: several ? fc.subarray(ids) : fc.constantFrom(...ids) },
        { weight: 1, arbitrary: fc.constantFrom<string | string[]>('', 'no-such', [], ids) },
      ),
    ] as const;
  });
  const strange = fc.constant<string | string[]>('x');
  return fc
    .record(Object.fromEntries([...entries, ['constructor', strange] as const]), {
      requiredKeys: [],
    })
    .map((given) => JSON.parse(JSON.stringify(given)));
}
