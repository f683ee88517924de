import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { questionnaire } from '../api/definitions.ts';
import {
  type ResponseFilter,
  type ResponsePage,
  responseListKey,
  responses,
} from '../api/responses.ts';
import { type SurveySummary, survey as surveyOf } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { queryClient } from '../data/query-client.ts';
import { useQuery } from '../data/use-query.ts';
import { groupLabel } from '../group-label.ts';
import { FoldedValidityRules } from '../judging/validity-rules.tsx';
import { useWords } from '../language.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { ProvenanceNotice } from '../parts/survey-marks.tsx';
import { sharedWords } from '../parts/words.ts';
import { resultsPath } from '../paths.ts';
import { RemovedNotice } from '../retention/removed-notice.tsx';
import { tradeTerms } from '../terms.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { FilterBar, readFilter } from './filter-bar.tsx';
import { JudgeableTable } from './judgeable-table.tsx';
import { NewerResponses } from './newer-responses.tsx';
import { ReceiptSearch } from './receipt-search.tsx';
import { responsesWords } from './words.ts';

/** The single responses behind a count: the last step back. */
export function Responses() {
  const { params } = useRoute();
  const { chosen } = useAddressChoice();
  const survey = useEvaluation().surveys.find((one) => one.code === params['code']);
  if (!survey) return <NotFound />;
  if (survey.answersRemovedAt !== null) return <RemovedResponses survey={survey} />;
  const filter = readFilter(chosen);
  const key = JSON.stringify([survey.code, filter]);
  return <SurveyResponses key={key} survey={survey} filter={filter} at={chosen['at']} />;
}

/** Where a number's trail ends, once there is nothing behind it any more. */
export function RemovedResponses({ survey }: { survey: SurveySummary }) {
  const words = useWords(responsesWords);
  return (
    <div class="stack">
      <BackToResults survey={survey} />
      <h2>{words.title}</h2>
      <RemovedNotice survey={survey} />
    </div>
  );
}

export function BackToResults(props: { survey: SurveySummary; item?: string | undefined }) {
  const words = useWords(responsesWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const { survey, item } = props;
  return (
    <p class="small screen-only">
      <a href={resultsPath(id, survey.code, item)}>{words.back(groupLabel(terms, survey))}</a>
    </p>
  );
}

interface Asked {
  survey: SurveySummary;
  filter: ResponseFilter;
  /** Id of the one that was open, where its reader comes back from it. */
  at: string | undefined;
}

function SurveyResponses({ survey, filter, at }: Asked) {
  const words = useWords(responsesWords);
  const definition = useQuery(questionnaire(survey.questionnaire));
  const [isRead, setRead] = useState(0);
  const readAgain = () => {
    queryClient.removeQueries({ queryKey: responseListKey(survey.code) });
    setRead(isRead + 1);
  };
  // Whoever comes back finds the list as he left it; whoever opens it, as it is now.
  useState(() => {
    if (at === undefined) queryClient.removeQueries({ queryKey: responseListKey(survey.code) });
  });
  return (
    <div class="stack">
      <BackToResults survey={survey} item={filter.item} />
      <h2>{words.title}</h2>
      <ProvenanceNotice survey={survey} />
      <ReceiptSearch survey={survey} filter={filter} />
      <QueryResult query={definition}>
        {(asked) => (
          <>
            <FoldedValidityRules definition={asked} marksDevices={survey.access === 'open'} />
            <FilterBar survey={survey} filter={filter} questionnaire={asked} />
            <List key={isRead} {...{ survey, filter, at, asked, readAgain }} />
          </>
        )}
      </QueryResult>
    </div>
  );
}

/** How many pages were shown of a list, for whoever comes back to it. */
const pagesShown = new Map<string, number>();

function List(
  props: Asked & {
    asked: Parameters<typeof JudgeableTable>[0]['questionnaire'];
    readAgain(): void;
  },
) {
  const words = useWords(responsesWords);
  const shared = useWords(sharedWords);
  const { survey, filter, at, asked, readAgain } = props;
  const name = JSON.stringify([survey.code, filter]);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const [wanted, setWanted] = useState(at === undefined ? 1 : (pagesShown.get(name) ?? 1));
  const [others, setOthers] = useState<Record<string, ResponsePage>>({});
  const points = useQuery(surveyOf(survey.code)).data?.points ?? [];
  const first = useQuery(responses(survey.code, filter));
  useEffect(() => void pagesShown.set(name, wanted), [wanted]);
  return (
    <QueryResult query={first}>
      {(page) => {
        const pages = [page];
        for (let next = page.next; next !== null && pages.length < wanted; ) {
          const following = others[next];
          if (following === undefined) break;
          pages.push(following);
          next = following.next;
        }
        const next = pages.at(-1)?.next ?? null;
        const n = pages.reduce((sum, { items }) => sum + items.length, 0);
        return (
          <>
            <p class="row small list-count">
              <span class="quiet" role="status">
                {page.total !== null
                  ? words.allOf(page.total, n)
                  : next === null
                    ? words.allShown(n)
                    : words.someShown(n)}
              </span>
              {page.total !== null && !filter.item && !filter.receipt && (
                <NewerResponses {...{ survey, filter }} read={page.total} show={readAgain} />
              )}
            </p>
            {n === 0 && next && <p class="quiet">{words.noneYet}</p>}
            {n === 0 && !next && (
              <div class="empty">
                <h3>{isFiltered ? words.none : words.noneAtAll}</h3>
                <p>{isFiltered ? words.noneHint : words.noneAtAllHint}</p>
              </div>
            )}
            {n > 0 && (
              <JudgeableTable
                {...{ survey, filter, points, pages, at }}
                questionnaire={asked}
                onDecided={(after) =>
                  setOthers((read) =>
                    Object.fromEntries(Object.entries(read).map(([of, one]) => [of, after(one)])),
                  )
                }
              />
            )}
            {next && pages.length < wanted && (
              <NextPage
                key={next}
                {...{ survey, filter }}
                after={next}
                onRead={(following) => setOthers((read) => ({ ...read, [next]: following }))}
              />
            )}
            {next && pages.length >= wanted && (
              <button type="button" class="button" onClick={() => setWanted(pages.length + 1)}>
                {shared.more}
              </button>
            )}
          </>
        );
      }}
    </QueryResult>
  );
}

/** A page on its way; once it is there it stands in the table. */
function NextPage(props: {
  survey: SurveySummary;
  filter: ResponseFilter;
  after: string;
  onRead(page: ResponsePage): void;
}) {
  const page = useQuery(responses(props.survey.code, props.filter, props.after));
  const { data } = page;
  useEffect(() => {
    if (data) props.onRead(data);
  }, [data]);
  return <QueryResult query={page}>{() => null}</QueryResult>;
}
