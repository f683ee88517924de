import { Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../../server/shipped-definitions.ts';
import { fillQuestionnaire } from '../../../survey-definitions/form.ts';
import { item, questionnaire, section } from '../../support/questionnaires.ts';
import { surveyJsDefinition } from './definition.ts';

const VALUES = { department: '生态环境局', place: '朔州市', year: 2019 };

/** The SurveyJS model of a questionnaire, and what it was made of. */
function modelOf(q: Parameters<typeof fillQuestionnaire>[0]) {
  const form = fillQuestionnaire(q, VALUES, 'zh-CN');
  return { form, model: new Model(surveyJsDefinition(form)) };
}

describe('what SurveyJS is compared with', () => {
  it('asks every item of every shipped questionnaire in the same words, with the same options', async () => {
    for (const q of await shippedQuestionnaires()) {
      const { form, model } = modelOf(q);
      expect(model.jsonErrors).toBeFalsy();
      expect(model.title).toBe(form.title);
      expect(
        model.getAllQuestions().map((question) => ({
          id: question.name,
          text: question.title,
          required: question.isRequired,
          options: (question['choices'] ?? []).map(
            ({ value, text }: { value: string; text: string }) => ({ id: value, label: text }),
          ),
        })),
      ).toEqual(
        form.items.map(({ id, text, required, options = [] }) => ({
          id,
          text,
          required,
          options: options.map((option) => ({ id: option.id, label: option.label })),
        })),
      );
    }
  });

  it('asks an item under the same condition', () => {
    const { model } = modelOf(
      questionnaire([
        section('you', 'profile', [
          item('age', 'single', { options: ['young', 'old'] }),
          item('say', 'text', { required: false, showIf: { item: 'age', options: ['old'] } }),
        ]),
      ]),
    );
    const asked = () => model.getAllQuestions(true).map(({ name }) => name);
    expect(asked()).toEqual(['age']);
    model.setValue('age', 'old');
    expect(asked()).toEqual(['age', 'say']);
  });
});
