import type { FormItem, FormQuestionnaire } from '../../../survey-definitions/form.ts';

/** An element of SurveyJS's own JSON, as far as our questionnaires need it. */
export type SurveyJsElement = Record<string, unknown> & { type: string; name: string };

export type SurveyJsDefinition = ReturnType<typeof surveyJsDefinition>;

/** A questionnaire of ours in SurveyJS's JSON: the same items, options, words and conditions, on one page as ours are. */
export function surveyJsDefinition(form: FormQuestionnaire) {
  return {
    title: form.title,
    description: form.intro ?? undefined,
    locale: form.language === 'zh-CN' ? 'zh-cn' : 'en',
    showQuestionNumbers: true,
    pages: [
      {
        name: 'page',
        elements: form.sections.map((section) => ({
          type: 'panel',
          name: `section-${section.id}`,
          title: section.title,
          description: section.intro ?? undefined,
          elements: form.items.filter((item) => item.section === section.id).map(elementOf),
        })),
      },
    ],
  };
}

function elementOf(item: FormItem): SurveyJsElement {
  return {
    ...kindOf(item),
    name: item.id,
    title: item.text,
    description: item.help ?? undefined,
    isRequired: item.required,
    visibleIf: item.showIf
      ? `{${item.showIf.item}} anyof [${item.showIf.options.map((id) => `'${id}'`).join(', ')}]`
      : undefined,
  };
}

function kindOf(item: FormItem): { type: string } & Record<string, unknown> {
  const choices = (item.options ?? []).map(({ id, label }) => ({ value: id, text: label }));
  switch (item.type) {
    case 'text':
      return { type: 'comment', maxLength: item.maxLength };
    case 'multiple':
      return {
        type: 'checkbox',
        choices,
        minSelectedChoices: item.min,
        maxSelectedChoices: item.max,
      };
    default:
      return { type: 'radiogroup', choices };
  }
}
