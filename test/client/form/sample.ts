import { type FormError, renderForm } from '../../../client/form/render.tsx';
import { type FormQuestionnaire, fillQuestionnaire } from '../../../survey-definitions/form.ts';
import { type Answers, Questionnaire } from '../../../survey-definitions/questionnaire.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/** One item of each type, one of them only for those who complained. */
export const sampleQuestionnaire = Questionnaire.parse({
  id: 'sample',
  version: 3,
  title: both('{{department}}满意度调查', 'Satisfaction with {{department}}'),
  intro: both('请您如实填写。', 'Please answer frankly.'),
  respondentGroup: 'public',
  minutes: 2,
  placeholders: ['department'],
  scales: [
    {
      id: 'four',
      options: [
        { id: 'very', label: both('非常满意', 'Very satisfied'), weight: 100 },
        { id: 'satisfied', label: both('满意', 'Satisfied'), weight: 80 },
        { id: 'neutral', label: both('一般', 'Neutral'), weight: 60 },
        { id: 'dissatisfied', label: both('不满意', 'Dissatisfied'), weight: 0 },
      ],
    },
  ],
  sections: [
    {
      id: 'about',
      role: 'profile',
      title: both('您的基本情况', 'About you'),
      items: [
        {
          id: 'gender',
          type: 'single',
          topic: both('性别', 'Gender'),
          text: both('您的性别是？', 'What is your gender?'),
          options: [
            { id: 'male', label: both('男', 'Male') },
            { id: 'female', label: both('女', 'Female') },
          ],
          exhaustive: true,
        },
        {
          id: 'matters',
          type: 'multiple',
          topic: both('事项', 'Matters'),
          text: both('您办过哪些事？', 'What did you come for?'),
          help: both('按最近一年算', 'In the past year'),
          min: 1,
          max: 2,
          options: [
            { id: 'permit', label: both('办许可', 'A permit') },
            { id: 'advice', label: both('问政策', 'Advice') },
            { id: 'complaint', label: both('投诉', 'A complaint') },
          ],
        },
        {
          id: 'outcome',
          type: 'single',
          topic: both('结果', 'Outcome'),
          text: both('您投诉的事解决了吗？', 'Was your complaint settled?'),
          showIf: { item: 'matters', options: ['complaint'] },
          options: [
            { id: 'settled', label: both('解决了', 'It was') },
            { id: 'open', label: both('还没有解决', 'Not yet') },
          ],
        },
      ],
    },
    {
      id: 'rating',
      role: 'satisfaction',
      title: both('您的满意程度', 'How satisfied you are'),
      intro: both('每题选一项。', 'One answer each.'),
      items: [
        {
          id: 'overall',
          type: 'satisfaction',
          scale: 'four',
          topic: both('总体', 'Overall'),
          text: both('总体来看，您满意吗？', 'All in all, how satisfied are you?'),
        },
        {
          id: 'improve',
          type: 'text',
          required: false,
          maxLength: 20,
          topic: both('建议', 'Suggestions'),
          text: both('还有哪些需要完善？', 'What could be better?'),
        },
      ],
    },
  ],
});

export const zhForm = fillQuestionnaire(sampleQuestionnaire, { department: '市水务局' }, 'zh-CN');
export const enForm = fillQuestionnaire(sampleQuestionnaire, { department: '市水务局' }, 'en');

/** The form's page, as first served unless something else is given. */
export function page(
  given: {
    form?: FormQuestionnaire;
    answers?: Answers;
    errors?: FormError[];
    script?: string;
    exclusiveScript?: string;
    elder?: boolean;
    access?: { needed: boolean; code: string | null };
    proofOfWork?: boolean;
  } = {},
): string {
  return renderForm({
    form: zhForm,
    code: 'K3F9',
    responseId: '6a1f7a2e-3c1e-4b57-9d4e-0f4a1c2b3d4e',
    startedAt: '2026-11-21T06:05:00.000Z',
    answers: {},
    errors: [],
    elder: false,
    lazyScripts: {},
    nonce: 'n0nce',
    script: 'void 0',
    exclusiveScript: 'exclusive();',
    style: 'body{}',
    ...given,
  });
}
