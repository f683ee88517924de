import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { fillQuestionnaire } from '../../survey-definitions/form.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import managementObject from '../../survey-definitions/questionnaires/management-object/1.json' with {
  type: 'json',
};
import publicEcology from '../../survey-definitions/questionnaires/public-ecology/1.json' with {
  type: 'json',
};
import publicGeneral from '../../survey-definitions/questionnaires/public-general/1.json' with {
  type: 'json',
};
import { textIn } from '../../survey-definitions/wording.ts';
import shuozhou from '../cases/shuozhou-2019.json' with { type: 'json' };

const CASE = {
  'management-object': {
    definition: managementObject,
    published: shuozhou.groups['management-object'],
  },
  public: { definition: publicEcology, published: shuozhou.groups.public },
} as const;

describe.each(['management-object', 'public'] as const)('the questionnaire for %s', (group) => {
  const q = questionnaire(CASE[group].definition);
  const published = CASE[group].published;

  it('asks the items of the case in its order and of its kinds', () => {
    expect(itemsOf(q).map(({ id, type }) => ({ id, type }))).toEqual(
      published.items.map(({ id, type }) => ({ id, type })),
    );
  });

  it('offers each item’s options as printed, in order', () => {
    const labels = itemsOf(q).map((item) =>
      optionsOf(q, item).map(({ label }) => textIn(label, 'zh-CN')),
    );
    expect(labels).toEqual(published.items.map((item) => ('options' in item ? item.options : [])));
  });

  it('weighs satisfaction as the case does', () => {
    expect(q.scales.map((scale) => scale.options.map(({ weight }) => weight))).toEqual([
      shuozhou.scale.weights,
    ]);
  });

  it('asks for every item but the open one', () => {
    expect(
      itemsOf(q)
        .filter((item) => !item.required)
        .map(({ type }) => type),
    ).toEqual(['text']);
  });
});

describe('the general questionnaire', () => {
  const q = questionnaire(publicGeneral);

  it('has the shape of the ecology one, with satisfaction items that fit any department', () => {
    const shape = (each: Questionnaire) =>
      each.sections.map(({ id, role, items }) => [id, role, items.length]);
    expect(shape(q)).toEqual(shape(questionnaire(publicEcology)));
    expect(
      itemsOf(q)
        .filter(({ type }) => type === 'satisfaction')
        .map(({ id }) => id),
    ).toEqual(['attitude', 'efficiency', 'openness', 'publicity', 'results', 'overall']);
  });

  it.each(['生态', '环保', '环境', '污染'])(
    'says nothing of %s, nor does the one for management objects',
    (word) => {
      expect(JSON.stringify(publicGeneral)).not.toContain(word);
      expect(JSON.stringify(managementObject)).not.toContain(word);
    },
  );
});

describe.each([managementObject, publicEcology, publicGeneral])(
  'the questionnaire $id',
  (definition) => {
    const q = questionnaire(definition);

    it.each(['zh-CN', 'en'] as const)('leaves no placeholder open in %s', (language) => {
      const values = { department: '汨罗市住房和城乡建设局', place: '湘江新区', year: 2020 };
      const form = fillQuestionnaire(q, values, language);
      expect(form.language).toBe(language);
      expect(JSON.stringify(form)).not.toMatch(/\{\{|\}\}/);
      for (const name of q.placeholders)
        expect(JSON.stringify(form)).toContain(String(values[name]));
    });

    it('has the validity rules of the case, and flags what is too fast or a straight line', () => {
      const rules = q.validity.map((rule) => rule.rule);
      expect(rules.filter((rule) => rule !== 'contradiction')).toEqual([
        'complete-section',
        'no-double-mark',
        'one-return',
        'minimum-duration',
        'straight-line',
      ]);
      expect(rules.includes('contradiction')).toBe(q.id === 'management-object');
    });
  },
);

function questionnaire(input: unknown): Questionnaire {
  const checked = checkQuestionnaire(input);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
}
