import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswers as checkOnServer } from '../../../analysis/acceptance.ts';
import { applicableItems } from '../../../analysis/applicability.ts';
import { checkAnswers, isAnswered } from '../../../client/form/check.ts';
import { itemsThatApply } from '../../../client/form/show-if.ts';
import { type FormQuestionnaire, fillQuestionnaire } from '../../../survey-definitions/form.ts';
import type { Answers } from '../../../survey-definitions/questionnaire.ts';
import { isBlank } from '../../../survey-definitions/response.ts';
import { anyAnswers, anyQuestionnaire } from '../../support/any-questionnaire.ts';

const answered = anyQuestionnaire.chain((q) =>
  anyAnswers(q).map((answers) => ({ q, answers, form: fillQuestionnaire(q, {}, 'zh-CN') })),
);

/** Too many ticks decide nothing on the server, while the page keeps what follows in sight until they are put right. */
const undecided = (form: FormQuestionnaire, answers: Answers) =>
  form.items.some((item) => item.showIf) &&
  checkAnswers(form.items, answers).some((error) => error.code === 'too-many');

/** Every character that some engine or standard takes for white space, among others. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...' \t\n\v\f\r\u00a0\u1680\u2000\u200b\u2028\u202f\u205f\u3000\ufeff',
      ...'\u0000\u00ad\u034f\u0600\u1160\u2800\u3164\ufe0f\uffa0\ufffc\u{e0100}',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 5,
});

describe('the page and the server', () => {
  it('agree on what is blank', () => {
    const given = fc.oneof(anyText, fc.array(anyText, { maxLength: 2 }), fc.constant(undefined));
    fc.assert(
      fc.property(given, (answer) => {
        expect(isAnswered(answer)).toBe(!isBlank(answer));
      }),
      { numRuns: 2000 },
    );
  });

  it('agree on which items apply, whatever the conditions and answers', () => {
    fc.assert(
      fc.property(answered, ({ q, answers, form }) => {
        fc.pre(!undecided(form, answers));
        const shown = itemsThatApply(form.items, answers).map((item) => item.id);
        expect(shown).toEqual([...applicableItems(q, answers)]);
      }),
      { numRuns: 500 },
    );
  });

  it('agree on what is wrong with the answers to the items that show', () => {
    fc.assert(
      fc.property(answered, ({ q, answers, form }) => {
        fc.pre(!undecided(form, answers));
        const shown = itemsThatApply(form.items, answers);
        // The page sends only what shows, as session.tsx does.
        const sent = Object.fromEntries(
          Object.entries(answers).filter(([id]) => shown.some((item) => item.id === id)),
        );
        const bare = checkOnServer(q, sent).map(({ item, code }) => ({ item, code }));
        expect(checkAnswers(shown, answers)).toEqual(bare);
      }),
      { numRuns: 500 },
    );
  });
});
