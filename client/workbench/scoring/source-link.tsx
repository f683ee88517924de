import { itemsOf, optionsOf } from '../../../survey-definitions/item-options.ts';
import { questionnaire } from '../api/definitions.ts';
import type { Source } from '../api/scoring.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation, useSurveyText } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { ScoredBy } from '../figures/scored-by.tsx';
import { base } from '../format.ts';
import { useGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { sharedWords } from '../parts/words.ts';
import { resultsPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { CombinedSurveys } from './combined-surveys.tsx';
import { scoringWords } from './words.ts';

/** The survey quantity behind an indicator, one click away from the results it was taken of; `missing` says why it has no value. */
export function SourceLink({ source, missing }: { source: Source; missing: string | null }) {
  const words = useWords(scoringWords);
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  const { id, surveys } = useEvaluation();
  const [first] = source.surveys;
  const survey = surveys.find((one) => one.code === first?.code);
  if (!survey) return <>{words.noSurvey(groupLabel(source.group))}</>;
  const what = (
    <>
      {groupLabel(source.group)} · <Quantity source={source} survey={survey} />
    </>
  );
  return (
    <>
      {source.survey === null ? (
        what
      ) : (
        <a href={resultsPath(id, source.survey, source.item)}>{what}</a>
      )}{' '}
      <CalculatedNumber value={source.value} unit="%" whenNone={missing ?? shared.none.answers} />{' '}
      {source.base !== null && <span class="quiet">{base(source.base)}</span>}
      <ScoredBy figures={source.figures} value={source.value} />
      {source.combine !== null && <CombinedSurveys source={source} combine={source.combine} />}
    </>
  );
}

function Quantity({ source, survey }: { source: Source; survey: SurveySummary }) {
  const terms = useWords(tradeTerms);
  const surveyText = useSurveyText();
  const definition = useQuery(questionnaire(survey.questionnaire));
  if (source.quantity === 'composite') return <>{terms.composite}</>;
  const asked = definition.data;
  const item = asked && itemsOf(asked).find((one) => one.id === source.item);
  const option = asked && item && optionsOf(asked, item).find((one) => one.id === source.option);
  return (
    <>
      {item ? surveyText(item.topic) : source.item}
      {option && ` = ${surveyText(option.label)}`}
    </>
  );
}
