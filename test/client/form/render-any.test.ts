import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillQuestionnaire } from '../../../survey-definitions/form.ts';
import { anyAnswers, anyQuestionnaire } from '../../support/any-questionnaire.ts';
import { type Tag, tagsOf } from '../../support/html-tags.ts';
import { page } from './sample.ts';

const answered = anyQuestionnaire.chain((q) =>
  anyAnswers(q).map((answers) => ({ answers, form: fillQuestionnaire(q, {}, 'zh-CN') })),
);

const TYPES = { single: 'radio', satisfaction: 'radio', multiple: 'checkbox', text: undefined };
const squeezed = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();

describe('any questionnaire the schema allows', () => {
  it('has for each item the controls with its name, its values, its labels and its answer', () => {
    fc.assert(
      fc.property(answered, ({ form, answers }) => {
        const errors = form.items.map((item) => ({ item: item.id, code: 'required' }));
        const tags = tagsOf(page({ form, answers, errors }));
        // A field's label names it; an option's label holds its control.
        const labelOf = (control: Tag) =>
          squeezed(
            control.attributes['id']
              ? tags.find((tag) => tag.attributes['for'] === control.attributes['id'])?.text
              : tags[tags.indexOf(control) - 1]?.text,
          );
        for (const item of form.items) {
          const controls = tags.filter((tag) => tag.attributes['name'] === item.id);
          expect(controls.every((tag) => tag.attributes['type'] === TYPES[item.type])).toBe(true);
          if (item.type === 'text') {
            expect(controls.map((tag) => tag.name)).toEqual(['textarea']);
            expect(controls.map(labelOf)[0]).toContain(squeezed(item.text));
            continue;
          }
          expect(controls.map((tag) => tag.attributes['value'])).toEqual(
            item.options?.map((option) => option.id),
          );
          expect(controls.map(labelOf)).toEqual(
            item.options?.map((option) => squeezed(option.label)),
          );
          const chosen = controls
            .filter((tag) => 'checked' in tag.attributes)
            .map((tag) => tag.attributes['value']);
          expect(chosen).toEqual([answers[item.id] ?? []].flat());
        }
      }),
    );
  });

  it('has no id twice, and whatever points at an id finds it', () => {
    fc.assert(
      fc.property(answered, ({ form, answers }) => {
        const errors = form.items.map((item) => ({ item: item.id, code: 'required' }));
        const tags = tagsOf(page({ form, answers, errors }));
        const ids = tags.flatMap((tag) => tag.attributes['id'] ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const pointers = tags.flatMap(({ attributes }) => [
          ...(attributes['for'] ? [attributes['for']] : []),
          ...(attributes['aria-describedby']?.split(' ') ?? []),
          ...(attributes['aria-labelledby']?.split(' ') ?? []),
          ...(attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : []),
        ]);
        expect(pointers.filter((id) => !ids.includes(id))).toEqual([]);
      }),
    );
  });
});
