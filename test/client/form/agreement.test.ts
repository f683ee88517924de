import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswers as checkOnServer } from '../../../analysis/acceptance.ts';
import { applicableItems } from '../../../analysis/applicability.ts';
import { checkAnswers } from '../../../client/form/check.ts';
import { itemsThatApply } from '../../../client/form/show-if.ts';
import { type FormQuestionnaire, fillQuestionnaire } from '../../../survey-definitions/form.ts';
import type { Answers } from '../../../survey-definitions/questionnaire.ts';
import { anyAnswers, anyQuestionnaire } from '../../support/any-questionnaire.ts';

const answered = anyQuestionnaire.chain((q) =>
  anyAnswers(q).map((answers) => ({ q, answers, form: fillQuestionnaire(q, {}, 'zh-CN') })),
);

/** Too many ticks decide nothing on the server, while the page keeps what follows in sight until they are put right. */
const undecided = (form: FormQuestionnaire, answers: Answers) =>
  form.items.some((item) => item.showIf) &&
  checkAnswers(form.items, answers).some((error) => error.code === 'too-many');

describe('the page and the server', () => {
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
