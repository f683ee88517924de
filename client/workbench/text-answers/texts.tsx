import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { itemsOf } from '../../../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { CHANNELS } from '../../../survey-definitions/response.ts';
import { questionnaire } from '../api/definitions.ts';
import { type SurveySummary, survey as surveyOf } from '../api/surveys.ts';
import { type TextFilter as Filter, readTexts, type TextPage } from '../api/texts.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { ProvenanceNotice } from '../parts/survey-marks.tsx';
import { sharedWords } from '../parts/words.ts';
import { BackToResults } from '../responses/responses.tsx';
import { RemovedNotice } from '../retention/removed-notice.tsx';
import { oneOf, useAddressChoice } from '../use-address-choice.ts';
import { TextFilter } from './text-filter.tsx';
import { textsWords } from './words.ts';
import { WrittenAnswer } from './written-answer.tsx';

/** What respondents wrote, to read and to look through, each with the way to its response. */
export function Texts() {
  const words = useWords(textsWords);
  const { params } = useRoute();
  const { chosen } = useAddressChoice();
  const survey = useEvaluation().surveys.find((one) => one.code === params['code']);
  if (!survey) return <NotFound />;
  const filter: Filter = {
    item: chosen['item'] || undefined,
    q: chosen['q'] || undefined,
    channel: oneOf(CHANNELS, chosen['channel']),
    point: chosen['point'] || undefined,
  };
  return (
    <div class="stack texts">
      <BackToResults survey={survey} item={filter.item} />
      <h2>{words.title}</h2>
      {survey.answersRemovedAt !== null ? (
        <RemovedNotice survey={survey} />
      ) : (
        <SurveyTexts survey={survey} filter={filter} />
      )}
    </div>
  );
}

function SurveyTexts({ survey, filter }: { survey: SurveySummary; filter: Filter }) {
  const words = useWords(textsWords);
  const definition = useQuery(questionnaire(survey.questionnaire));
  return (
    <>
      <ProvenanceNotice survey={survey} />
      <QueryResult query={definition}>
        {(asked: Questionnaire) => {
          const items = itemsOf(asked).filter(({ type }) => type === 'text');
          if (items.length === 0) return <p class="empty">{words.noTextItems}</p>;
          return (
            <>
              <TextFilter {...{ survey, items, filter }} />
              <Found key={JSON.stringify(filter)} {...{ survey, items, filter }} />
            </>
          );
        }}
      </QueryResult>
    </>
  );
}

interface Wanted {
  survey: SurveySummary;
  items: readonly Item[];
  filter: Filter;
}

function Found({ survey, items, filter }: Wanted) {
  const words = useWords(textsWords);
  const shared = useWords(sharedWords);
  const points = useQuery(surveyOf(survey.code)).data?.points ?? [];
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  const [read, setRead] = useState<Record<string, TextPage>>({});
  const shown = pages.flatMap((after) => read[after ?? ''] ?? []);
  const [first] = shown;
  const last = shown.at(-1);
  const next = shown.length === pages.length ? (last?.next ?? null) : null;
  const texts = shown.flatMap((page) => page.items);
  return (
    <>
      <p class="small quiet" role="status">
        {last &&
          (first?.total !== null && first?.total !== undefined
            ? texts.length < first.total
              ? words.shown(texts.length, first.total)
              : words.total(first.total)
            : last.next === null
              ? words.total(texts.length)
              : words.someShown(texts.length))}
      </p>
      {last && last.next === null && texts.length === 0 && (
        <div class="empty">
          <h3>{filter.q ? words.noneFound(filter.q) : words.none}</h3>
          <p>{words.noneHint}</p>
        </div>
      )}
      <ol class="written-answers">
        {texts.map((answer) => (
          <WrittenAnswer
            key={`${answer.response}${answer.item}`}
            {...{ survey, answer, points }}
            topic={
              filter.item || items.length < 2
                ? undefined
                : items.find(({ id }) => id === answer.item)?.topic
            }
          />
        ))}
      </ol>
      {pages.map((after) => (
        <Page
          key={after ?? ''}
          {...{ survey, filter, after }}
          onRead={(page) => setRead((others) => ({ ...others, [after ?? '']: page }))}
        />
      ))}
      {next && (
        <button type="button" class="button" onClick={() => setPages([...pages, next])}>
          {shared.more}
        </button>
      )}
    </>
  );
}

/** A page on its way; what it holds stands in the list. */
function Page(props: {
  survey: SurveySummary;
  filter: Filter;
  after: string | undefined;
  onRead(page: TextPage): void;
}) {
  const page = useQuery(readTexts(props.survey.code, props.filter, props.after));
  const { data } = page;
  useEffect(() => {
    if (data) props.onRead(data);
  }, [data]);
  return <QueryResult query={page}>{() => null}</QueryResult>;
}
