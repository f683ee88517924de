import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { Text } from '../../../survey-definitions/text.ts';
import type { SurveyPoint, SurveySummary } from '../api/surveys.ts';
import type { TextAnswer } from '../api/texts.ts';
import { useEvaluation, useSurveyText } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { responsePath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { textsWords } from './words.ts';

/** What somebody wrote, as it was written; below it when and where, and the way to the response. */
export function WrittenAnswer(props: {
  survey: SurveySummary;
  answer: TextAnswer;
  points: readonly Pick<SurveyPoint, 'id' | 'name'>[];
  /** What was asked, where answers to several items stand together. */
  topic: Text | undefined;
}) {
  const words = useWords(textsWords);
  const terms = useWords(tradeTerms);
  const surveyText = useSurveyText();
  const { id } = useEvaluation();
  const { survey, answer, points, topic } = props;
  const point = points.find((one) => one.id === answer.point)?.name ?? answer.point;
  return (
    <li>
      <blockquote class="written">{answer.text}</blockquote>
      <p class="row small quiet">
        {topic && <span>{surveyText(topic)}</span>}
        <span class="nowrap">{minuteInChina(answer.receivedAt)}</span>
        <span>{terms.channels[answer.channel]}</span>
        {point && <span>{point}</span>}
        <a class="screen-only" href={responsePath(id, survey.code, answer.response, {})}>
          {words.toResponse}
        </a>
      </p>
    </li>
  );
}
