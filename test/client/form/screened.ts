import { fillQuestionnaire } from '../../../survey-definitions/form.ts';
import { Questionnaire } from '../../../survey-definitions/questionnaire.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/**
 * An option that stands alone, one that ends the questionnaire, and a scale with 不了解: what the sample (sample.ts) has none
 * of. A required item stands before the one that ends it.
 */
export const screenedQuestionnaire = Questionnaire.parse({
  id: 'screened',
  version: 1,
  title: both('社区服务满意度调查', 'Satisfaction with community services'),
  respondentGroup: 'public',
  minutes: 1,
  scales: [
    {
      id: 'three',
      options: [
        { id: 'good', label: both('满意', 'Satisfied'), weight: 100 },
        { id: 'fair', label: both('一般', 'Neutral'), weight: 60 },
        { id: 'bad', label: both('不满意', 'Dissatisfied'), weight: 0 },
        { id: 'unknown', label: both('不了解', 'Don’t know'), scored: false },
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
          id: 'services',
          type: 'multiple',
          topic: both('服务', 'Services'),
          text: both('您用过哪些服务？', 'Which services have you used?'),
          min: 2,
          options: [
            { id: 'library', label: both('图书室', 'The library') },
            { id: 'canteen', label: both('食堂', 'The canteen') },
            { id: 'none', label: both('以上都没有', 'None of these'), exclusive: true },
          ],
        },
        {
          id: 'home',
          type: 'single',
          topic: both('住处', 'Home'),
          text: both('您住在哪里？', 'Where do you live?'),
          options: [
            { id: 'here', label: both('本社区', 'In this community') },
            { id: 'elsewhere', label: both('其他地方', 'Elsewhere'), endsHere: true },
          ],
        },
      ],
    },
    {
      id: 'rating',
      role: 'satisfaction',
      title: both('您的满意程度', 'How satisfied you are'),
      items: [
        {
          id: 'overall',
          type: 'satisfaction',
          scale: 'three',
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

export const screenedForm = {
  'zh-CN': fillQuestionnaire(screenedQuestionnaire, {}, 'zh-CN'),
  en: fillQuestionnaire(screenedQuestionnaire, {}, 'en'),
};
