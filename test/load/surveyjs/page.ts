// What a user of SurveyJS ships: model, renderer, style and the one language, bundled by bundle.ts. The style without
// its web font, which would come from a third party.
import 'survey-core/survey-core.fontless.css';
import 'survey-core/i18n/simplified-chinese';
import { Model, renderSurvey } from 'survey-js-ui';

declare const SURVEY_DEFINITION: object;

const survey = new Model(SURVEY_DEFINITION);
survey.onComplete.add(({ data }) => {
  void fetch('/responses', { method: 'POST', body: JSON.stringify({ answers: data }) });
});
const root = document.getElementById('survey');
if (root) renderSurvey(survey, root);
