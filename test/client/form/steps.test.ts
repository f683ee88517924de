import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageItem } from '../../../client/form/page.ts';
import { stepOf } from '../../../client/form/steps.ts';
import { fillQuestionnaire } from '../../../survey-definitions/form.ts';
import { anyQuestionnaire } from '../../support/any-questionnaire.ts';

const item = (id: string, section: string): PageItem => ({
  id,
  section,
  type: 'single',
  required: true,
});
const items = [item('a', 'one'), item('b', 'one'), item('c', 'two')];
const ids = (given: PageItem[]) => given.map(({ id }) => id);

describe('the steps of a page', () => {
  it('are one where all is on one page', () => {
    const step = stepOf({ elder: false }, items, 'page');
    expect(ids(step.items)).toEqual(['a', 'b', 'c']);
    expect(step).toMatchObject({ index: 0, next: undefined, back: undefined, button: 'submit' });
  });

  it('are the sections where the page is long', () => {
    const first = stepOf({ elder: false }, items, 'sections');
    expect(ids(first.items)).toEqual(['a', 'b']);
    expect(first).toMatchObject({ next: 'c', sections: 2, button: 'nextPart' });
    const last = stepOf({ elder: false, at: 'c' }, items, 'sections');
    expect(ids(last.items)).toEqual(['c']);
    expect(last).toMatchObject({ index: 1, back: 'a', next: undefined, button: 'submit' });
  });

  it('are a beginning and then one item at a time in elder mode, whatever the layout', () => {
    for (const layout of ['page', 'sections'] as const) {
      expect(stepOf({ elder: true }, items, layout)).toMatchObject({ items: [], next: 'a' });
      const second = stepOf({ elder: true, at: 'b' }, items, layout);
      expect(ids(second.items)).toEqual(['b']);
      expect(second).toMatchObject({ back: 'a', next: 'c', button: 'next' });
      expect(stepOf({ elder: true, at: 'a' }, items, layout).back).toBe('');
    }
  });

  it('are at 0 at the beginning, where the access code is asked for, whatever stands there', () => {
    const step = (elder: boolean, layout: 'page' | 'sections', at?: string) => {
      const found = stepOf({ elder, ...(at && { at }) }, items, layout);
      return { ...found, items: ids(found.items) };
    };
    expect(step(false, 'page')).toMatchObject({ index: 0, items: ['a', 'b', 'c'] });
    expect(step(false, 'sections')).toMatchObject({ index: 0, items: ['a', 'b'], sections: 2 });
    expect(step(true, 'page')).toMatchObject({ index: 0, items: [], next: 'a', button: 'begin' });
    expect(step(false, 'sections', 'c').index).toBe(1);
    expect(step(true, 'page', 'b')).toMatchObject({ index: 2, items: ['b'] });
    // An older page knew the step of the code by the name of its field.
    expect(step(true, 'page', '_k').index).toBe(0);
  });

  it('stay where they are when the mode changes, and begin anew where the item is gone', () => {
    expect(stepOf({ elder: false, at: 'b' }, items, 'sections').index).toBe(0);
    expect(stepOf({ elder: true, at: 'gone' }, items, 'sections').index).toBe(0);
  });

  it('lead through every item once, in order, for any questionnaire', () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.boolean(), fc.boolean(), (q, elder, sections) => {
        const form = fillQuestionnaire(q, {}, 'zh-CN');
        const layout = sections ? 'sections' : 'page';
        const seen: string[] = [];
        let step = stepOf({ elder }, form.items, layout);
        seen.push(...ids(step.items));
        while (step.next !== undefined) {
          step = stepOf({ elder, at: step.next }, form.items, layout);
          seen.push(...ids(step.items));
        }
        expect(seen).toEqual(ids(form.items));
        expect(step.button).toBe('submit');
      }),
    );
  });
});
