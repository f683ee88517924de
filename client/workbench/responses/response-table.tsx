import { useEffect, useRef } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { itemsOf, optionsOf } from '../../../survey-definitions/item-options.ts';
import type { Answers, Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import type { ListedResponse, ResponseFilter, ResponsePage } from '../api/responses.ts';
import type { SurveyPoint, SurveySummary } from '../api/surveys.ts';
import { useEvaluation, useSurveyText } from '../current-evaluation.ts';
import { ChooseOne } from '../judging/choose-one.tsx';
import { DispositionTag } from '../judging/disposition-tag.tsx';
import { OverruledMark } from '../judging/overruled-mark.tsx';
import type { Selection } from '../judging/use-selection.ts';
import { useWords } from '../language.tsx';
import { type Column, DataTable, Row } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { responsePath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { useFindings } from './findings.ts';
import { responsesWords } from './words.ts';

/** Responses a line each, the newest first; each leads to all that it says. */
export function ResponseTable(props: {
  survey: SurveySummary;
  points: readonly Pick<SurveyPoint, 'id' | 'name'>[];
  pages: readonly ResponsePage[];
  filter: ResponseFilter;
  questionnaire: Questionnaire;
  /** The one that was open before, which is shown and has the focus. */
  at: string | undefined;
  /** Which are chosen, for whoever may decide about them. */
  selection?: Selection;
}) {
  const words = useWords(responsesWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const surveyText = useSurveyText();
  const { questionnaire, filter, points } = props;
  // The item a count was followed from; its answer stands on the line.
  const followed = itemsOf(questionnaire).find((one) => one.id === filter.item);
  const columns: Column[] = [
    { label: words.receipt },
    { label: shared.inBeijingTime(words.receivedAt) },
    { label: terms.channel },
    ...(points.length > 0 ? [{ label: terms.point }] : []),
    { label: words.duration, kind: 'number' as const },
    { label: terms.disposition, deciding: true },
    ...(followed ? [{ label: surveyText(followed.topic) }] : []),
  ];
  return (
    <DataTable
      class="response-rows"
      columns={columns}
      rows={props.pages
        .flatMap(({ items }) => items)
        .map((response) => (
          <ResponseRow
            key={response.id}
            {...props}
            response={response}
            item={followed?.id}
            isAt={response.id === props.at}
          />
        ))}
    />
  );
}

function ResponseRow(
  props: Parameters<typeof ResponseTable>[0] & {
    response: ListedResponse;
    item: string | undefined;
    isAt: boolean;
  },
) {
  const words = useWords(responsesWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const findings = useFindings(props.questionnaire);
  const link = useRef<HTMLAnchorElement>(null);
  const { response, survey, filter, points, questionnaire, item, isAt, selection } = props;
  useEffect(() => {
    if (!isAt) return undefined;
    link.current?.scrollIntoView({ block: 'center' });
    // After the frame, which takes the focus to the beginning of whatever screen is opened.
    const frame = requestAnimationFrame(() => link.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, []);
  const { answers = {} } = response;
  return (
    <Row
      class={response.disposition}
      cells={[
        <span class="nowrap">
          {selection && <ChooseOne {...{ response, selection }} />}
          <a ref={link} class="receipt" href={responsePath(id, survey.code, response.id, filter)}>
            {response.receipt}
          </a>
        </span>,
        <span class="nowrap">{minuteInChina(response.receivedAt)}</span>,
        terms.channels[response.channel],
        ...(points.length > 0
          ? [points.find((point) => point.id === response.point)?.name ?? response.point ?? '']
          : []),
        response.durationSeconds === null ? '' : words.seconds(response.durationSeconds),
        <>
          <DispositionTag disposition={response.disposition} />
          <OverruledMark response={response} />
          {findings(response).map(({ text }) => (
            <span key={text} class="small finding">
              {text}
            </span>
          ))}
        </>,
        ...(item ? [<AnswerInWords item={item} answers={answers} of={questionnaire} />] : []),
      ]}
    />
  );
}

function AnswerInWords(props: { item: string; answers: Answers; of: Questionnaire }) {
  const words = useWords(responsesWords);
  const surveyText = useSurveyText();
  const item = itemsOf(props.of).find((one) => one.id === props.item);
  const answer = props.answers[props.item];
  if (!item || answer === undefined || answer.length === 0) {
    return <span class="quiet">{words.notAnswered}</span>;
  }
  const labels = new Map(optionsOf(props.of, item).map(({ id, label }) => [id, surveyText(label)]));
  return (
    <>
      {[answer]
        .flat()
        .map((one) => labels.get(one) ?? one)
        .join(' · ')}
    </>
  );
}
