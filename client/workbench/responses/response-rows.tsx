import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { itemsOf, optionsOf } from '../../../survey-definitions/item-options.ts';
import type { Answers, Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import type { Response } from '../api/responses.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { DataTable, OpenedRow, Row } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { useFindings } from './findings.ts';
import { responsesWords } from './words.ts';

/** Warm is what is wrong; who does not belong to the group has done nothing wrong. */
const TAG_OF: Record<Response['disposition'], string> = {
  valid: 'tag done',
  invalid: 'tag warm',
  ineligible: 'tag',
  'on-hold': 'tag warm',
};

/** Responses a line each; a line opens to every answer it gave. */
export function ResponseRows(props: {
  responses: Response[];
  questionnaire: Questionnaire;
  /** The item a count was followed from; its answer stands on the line. */
  item?: string;
}) {
  const words = useWords(responsesWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const surveyText = useSurveyText();
  const { responses, questionnaire, item } = props;
  const followed = itemsOf(questionnaire).find((one) => one.id === item);
  return (
    <DataTable
      class="response-rows"
      columns={[
        { label: words.response },
        { label: shared.inBeijingTime(words.receivedAt) },
        { label: terms.channel },
        { label: terms.disposition, deciding: true },
        ...(followed ? [{ label: surveyText(followed.topic) }] : []),
      ]}
      rows={responses.map((response) => (
        <ResponseRow
          key={response.id}
          response={response}
          questionnaire={questionnaire}
          {...(followed ? { item: followed.id } : {})}
        />
      ))}
    />
  );
}

/** The item whose answer said that whoever answered does not belong to the group; nothing later was asked. */
const endOf = ({ disposition, reasons }: Response): string | undefined =>
  disposition === 'ineligible'
    ? reasons.find(({ code }) => code === 'screened-out')?.item
    : undefined;

function askedOf(response: Response, questionnaire: Questionnaire) {
  const items = itemsOf(questionnaire);
  const end = items.findIndex(({ id }) => id === endOf(response));
  return end === -1 ? items : items.slice(0, end + 1);
}

function ResponseRow(props: { response: Response; questionnaire: Questionnaire; item?: string }) {
  const words = useWords(responsesWords);
  const terms = useWords(tradeTerms);
  const findings = useFindings(props.questionnaire);
  const { chosen, choose } = useAddressChoice();
  const { response, questionnaire, item } = props;
  const found = findings(response);
  const open = chosen['open'] === response.id;
  return (
    <>
      <Row
        class={response.disposition}
        cells={[
          <button
            type="button"
            class="disclosure"
            aria-expanded={open}
            onClick={() => choose({ open: open ? undefined : response.id })}
          >
            {response.id.slice(0, 8)}
          </button>,
          <span class="nowrap">{minuteInChina(response.receivedAt)}</span>,
          terms.channels[response.channel],
          <>
            <span class={TAG_OF[response.disposition]}>{terms[response.disposition]}</span>
            {found.map((finding) => (
              <span key={finding} class="small finding">
                {finding}
              </span>
            ))}
          </>,
          ...(item
            ? [<AnswerInWords item={item} answers={response.answers} of={questionnaire} />]
            : []),
        ]}
      />
      {open && (
        <OpenedRow class="answers-row">
          <dl class="answers small">
            {askedOf(response, questionnaire).map((one) => (
              <AnswerLine key={one.id} id={one.id} response={response} of={questionnaire} />
            ))}
          </dl>
          {endOf(response) !== undefined && <p class="small quiet">{words.endedHere}</p>}
        </OpenedRow>
      )}
    </>
  );
}

function AnswerLine(props: { id: string; response: Response; of: Questionnaire }) {
  const surveyText = useSurveyText();
  const item = itemsOf(props.of).find((one) => one.id === props.id);
  return (
    <div>
      <dt class="quiet">{item && surveyText(item.topic)}</dt>
      <dd>
        <AnswerInWords item={props.id} answers={props.response.answers} of={props.of} />
      </dd>
    </div>
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
