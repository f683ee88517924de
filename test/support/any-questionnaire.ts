import fc from 'fast-check';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';

/** Texts people write, and texts that would break a page that did not escape them. */
const text = fc.oneof(
  fc.constantFrom(
    '您是否满意？',
    '2019年度整体支出',
    '</script><b>',
    '" onclick="x',
    '&amp; <!--',
    '满',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((s) => s.trim() !== ''),
);

/** Now and then one of them stands alone, and now and then one ends the questionnaire. */
const options = fc
  .record({
    labels: fc.array(text, { minLength: 2, maxLength: 6 }),
    exclusive: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    endsHere: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
  })
  .map(({ labels, exclusive, endsHere }) =>
    labels.map((label, index) => ({
      id: `o${index}`,
      label,
      ...(index === exclusive && { exclusive: true }),
      ...(index === endsHere && { endsHere: true }),
    })),
  );

const item = fc.record({
  type: fc.constantFrom('single', 'multiple', 'satisfaction', 'text'),
  text,
  required: fc.boolean(),
  help: fc.option(text, { nil: undefined }),
  options,
  limits: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 2, max: 6 })),
  maxLength: fc.integer({ min: 1, max: 30 }),
  /** Which earlier choice item decides, and by which of its options; neither where it falls outside. */
  condition: fc.option(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { nil: undefined }),
});

/** Two to eleven grades, and up to two options that are no grade. */
const scale = fc
  .tuple(fc.integer({ min: 2, max: 11 }), fc.nat({ max: 2 }))
  .map(([steps, unscored]) => ({
    id: 'scale',
    options: [
      ...Array.from({ length: steps }, (_, index) => ({
        id: `s${index}`,
        label: `${steps - index}`,
        weight: Math.round((100 * (steps - 1 - index)) / (steps - 1)),
      })),
      ...['不了解', '不适用'].slice(0, unscored).map((label, index) => ({
        id: `u${index}`,
        label,
        scored: false,
      })),
    ],
  }));

/**
 * Small questionnaires with every type of item, with conditions on earlier ones and chains of them, options that stand alone
 * or end the questionnaire, and scales with unscored options.
 */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .record({ title: text, items: fc.array(item, { minLength: 1, maxLength: 7 }), scale })
  .map(({ title, items, scale: given }) => {
    const choices: { id: string; options: string[] }[] = [];
    const built = items.map((each, index) => {
      const id = `item-${index}`;
      const asked = each.condition && choices[each.condition[0]];
      const option = each.condition && asked?.options[each.condition[1]];
      const common = {
        id,
        topic: 'x',
        text: each.text,
        required: each.required,
        ...(each.help && { help: each.help }),
        ...(asked && option && { showIf: { item: asked.id, options: [option] } }),
      };
      if (each.type === 'text') return { ...common, type: 'text', maxLength: each.maxLength };
      const own = each.type === 'satisfaction' ? given.options : each.options;
      choices.push({ id, options: own.map((one) => one.id) });
      if (each.type === 'satisfaction') return { ...common, type: 'satisfaction', scale: 'scale' };
      if (each.type === 'single') return { ...common, type: 'single', options: each.options };
      const [min, max] = each.limits;
      return { ...common, type: 'multiple', options: each.options, min, max };
    });
    const half = Math.ceil(built.length / 2);
    const sections = [built.slice(0, half), built.slice(half)]
      .filter((ours) => ours.length > 0)
      .map((ours, index) => ({ id: `part-${index}`, role: 'other', title: '部分', items: ours }));
    return Questionnaire.parse({
      id: 'any',
      version: 1,
      title,
      respondentGroup: 'public',
      scales: [given],
      sections,
    });
  });

/** Answers of the right kind to some of the items, whether they apply or not. */
export function anyAnswers(q: Questionnaire): fc.Arbitrary<Record<string, string | string[]>> {
  const steps = q.scales[0]?.options.map((option) => option.id) ?? [];
  const entries = q.sections
    .flatMap((section) => section.items)
    .map((each) => {
      if (each.type === 'text') {
        const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constant('  \n'));
        return [each.id, words] as const;
      }
      const ids = each.type === 'satisfaction' ? steps : each.options.map((option) => option.id);
      return [
        each.id,
        each.type === 'multiple' ? fc.subarray(ids) : fc.constantFrom(...ids),
      ] as const;
    });
  return fc
    .record(Object.fromEntries(entries), { requiredKeys: [] })
    .map((given) =>
      Object.fromEntries(
        Object.entries(given).flatMap(([id, answer]) =>
          answer === undefined ? [] : [[id, answer]],
        ),
      ),
    );
}
