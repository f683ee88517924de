import { surveyResults } from '../../analysis/satisfaction.ts';
import type { ScoringEntry } from '../../analysis/scoring/score.ts';
import type { AskSurvey } from '../../analysis/scoring/survey-answer.ts';
import { surveyValue } from '../../analysis/scoring/survey-value.ts';
import { indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { surveyNeedOf } from '../../survey-definitions/scoring-rule.ts';
import { caseCounts, publishedIndicatorSystem, publishedQuestionnaire, shuozhou } from './cases.ts';

export const shuozhouSystem = publishedIndicatorSystem('shuozhou-2019-ecology');

/** What the published case says was found, in the shape a scorer enters it; nothing where a survey answers. */
export const shuozhouInputs: Record<string, ScoringEntry> = Object.fromEntries(
  indicatorsOf(shuozhouSystem)
    .filter(({ indicator }) => !surveyNeedOf(indicator.rule))
    .map(({ indicator }) => {
      const published = shuozhou.indicators.find(({ code }) => code === indicator.code);
      const { veto_triggered: veto, ...inputs } = published?.inputs ?? {};
      return [indicator.code, { inputs: { ...inputs, ...(veto !== undefined && { veto }) } }];
    }),
);

const SURVEYS = {
  'management-object': {
    survey: 'STAFF',
    questionnaire: publishedQuestionnaire('management-object'),
  },
  public: { survey: 'PUBLIC', questionnaire: publishedQuestionnaire('public-ecology') },
};

/** The two surveys of the case, answering from their published counts. */
export const askShuozhou: AskSurvey = (need) => {
  const group = need.group as keyof typeof SURVEYS;
  const { survey, questionnaire } = SURVEYS[group];
  const counts = caseCounts(questionnaire, shuozhou.groups[group]);
  const results = surveyResults(questionnaire, counts, 'exact');
  return { survey, ...surveyValue(questionnaire, results, need) };
};
