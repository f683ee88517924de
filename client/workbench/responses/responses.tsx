import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { questionnaire } from '../api/definitions.ts';
import { type ResponseFilter, responses } from '../api/responses.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { groupLabel } from '../group-label.ts';
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
import { ResponseRows } from './response-rows.tsx';
import { responsesWords } from './words.ts';

/** The single responses behind a count: the last step back. */
export function Responses() {
  const { params } = useRoute();
  const { chosen } = useAddressChoice();
  const survey = useEvaluation().surveys.find((one) => one.code === params['code']);
  if (!survey) return <NotFound />;
  if (survey.answersRemovedAt !== null) return <RemovedResponses survey={survey} />;
  const filter = readFilter(chosen);
  return <SurveyResponses key={JSON.stringify(filter)} survey={survey} filter={filter} />;
}

/** Where a number's trail ends, once there is nothing behind it any more. */
function RemovedResponses({ survey }: { survey: SurveySummary }) {
  const words = useWords(responsesWords);
  return (
    <div class="stack">
      <BackToResults survey={survey} />
      <h2>{words.title}</h2>
      <RemovedNotice survey={survey} />
    </div>
  );
}

function BackToResults({ survey, item }: { survey: SurveySummary; item?: string | undefined }) {
  const words = useWords(responsesWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  return (
    <p class="small screen-only">
      <a href={resultsPath(id, survey.code, item)}>{words.back(groupLabel(terms, survey))}</a>
    </p>
  );
}

function SurveyResponses({ survey, filter }: { survey: SurveySummary; filter: ResponseFilter }) {
  const words = useWords(responsesWords);
  const definition = useQuery(questionnaire(survey.questionnaire));
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  const [shown, setShown] = useState<Record<string, ShownPage>>({});
  return (
    <div class="stack">
      <BackToResults survey={survey} item={filter.item} />
      <h2>{words.title}</h2>
      <ProvenanceNotice survey={survey} />
      <QueryResult query={definition}>
        {(asked) => (
          <>
            <FilterBar survey={survey} filter={filter} questionnaire={asked} />
            <ShownCount pages={pages.map((after) => shown[after ?? ''])} />
            {pages.map((after, index) => (
              <ResponsePage
                key={after ?? ''}
                {...{ survey, filter, after, asked }}
                onShown={(page) => setShown((others) => ({ ...others, [after ?? '']: page }))}
                {...(index === pages.length - 1
                  ? { more: (next: string) => setPages([...pages, next]) }
                  : {})}
              />
            ))}
          </>
        )}
      </QueryResult>
    </div>
  );
}

/** What a page of the list holds, once it is there. */
interface ShownPage {
  n: number;
  isLast: boolean;
}

/** How many responses are listed, and whether that is all of them. */
function ShownCount({ pages }: { pages: (ShownPage | undefined)[] }) {
  const words = useWords(responsesWords);
  const last = pages.at(-1);
  const n = pages.reduce((sum, page) => sum + (page?.n ?? 0), 0);
  return (
    <p class="small quiet" role="status">
      {last && (last.isLast ? words.allShown(n) : words.someShown(n))}
    </p>
  );
}

function ResponsePage(props: {
  survey: SurveySummary;
  filter: ResponseFilter;
  after: string | undefined;
  asked: Parameters<typeof ResponseRows>[0]['questionnaire'];
  onShown(page: ShownPage): void;
  more?(next: string): void;
}) {
  const words = useWords(responsesWords);
  const shared = useWords(sharedWords);
  const { survey, filter, after, asked, more } = props;
  const page = useQuery(responses(survey.code, filter, after));
  const { data } = page;
  useEffect(() => {
    if (data) props.onShown({ n: data.items.length, isLast: !data.next });
  }, [data]);
  return (
    <QueryResult query={page}>
      {({ items, next }) => (
        <>
          {items.length === 0 && next && <p class="quiet">{words.noneYet}</p>}
          {items.length === 0 && !next && (
            <div class="empty">
              <h3>{words.none}</h3>
              <p>{words.noneHint}</p>
            </div>
          )}
          {items.length > 0 && (
            <ResponseRows
              responses={items}
              questionnaire={asked}
              {...(filter.item ? { item: filter.item } : {})}
            />
          )}
          {next && more && (
            <button type="button" class="button" onClick={() => more(next)}>
              {shared.more}
            </button>
          )}
        </>
      )}
    </QueryResult>
  );
}
