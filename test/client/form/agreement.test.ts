import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswers as checkOnServer } from '../../../analysis/acceptance.ts';
import { applicability, applicableItems } from '../../../analysis/applicability.ts';
import { checkAnswers, isAnswered } from '../../../client/form/check.ts';
import type { PageForm } from '../../../client/form/page.ts';
import { pageForm } from '../../../client/form/page-form.ts';
import { hasEnded, itemsThatApply } from '../../../client/form/show-if.ts';
import { fillQuestionnaire } from '../../../survey-definitions/form.ts';
import type { Answers } from '../../../survey-definitions/questionnaire.ts';
import { isBlank } from '../../../survey-definitions/response.ts';
import { anyAnswers, anyQuestionnaire } from '../../support/any-questionnaire.ts';

const answered = anyQuestionnaire.chain((q) =>
  anyAnswers(q).map((answers) => ({
    q,
    answers,
    form: pageForm(fillQuestionnaire(q, {}, 'zh-CN')),
  })),
);

/** Ticks that do not go together decide nothing on the server, while the page goes by them until they are put right. */
const undecided = (form: PageForm, answers: Answers) =>
  form.items.some((item) => item.showIf || item.ends?.length) &&
  checkAnswers(form.items, answers).some(({ code }) => ['too-many', 'exclusive'].includes(code));

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

  it('agree on whether an answer has ended the questionnaire', () => {
    let ended = 0;
    fc.assert(
      fc.property(answered, ({ q, answers, form }) => {
        fc.pre(!undecided(form, answers));
        const shown = itemsThatApply(form.items, answers);
        const { endedAt } = applicability(q, answers);
        expect(hasEnded(shown, answers)).toBe(endedAt !== undefined);
        if (endedAt !== undefined) {
          ended += 1;
          expect(shown.at(-1)?.id).toBe(endedAt);
        }
      }),
      { numRuns: 500 },
    );
    // Or nothing was tried.
    expect(ended).toBeGreaterThan(10);
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
