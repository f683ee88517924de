import { useState } from 'preact/hooks';
import type { ResultItem, Split } from '../api/results.ts';
import { texts } from '../api/texts.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { sharedWords } from '../parts/words.ts';
import { textsPath } from '../paths.ts';
import { UnlessRemoved } from '../retention/unless-removed.tsx';
import { resultsWords } from './words.ts';

interface Asked {
  survey: string;
  item: ResultItem;
  split: Split;
}

/** What respondents wrote, word for word, for whoever may read single responses: a page, and more on asking. The others are told how many wrote. */
export function TextAnswers(asked: Asked) {
  const words = useWords(resultsWords);
  const { item } = asked;
  const mayRead = useMay('responses.read');
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  return (
    <section class="text-answers stack">
      <h3>
        {item.topic} <span class="small quiet">{base(item.base)}</span>
        {mayRead && item.base > 0 && <TextsLink survey={asked.survey} item={item.id} />}
      </h3>
      {item.base === 0 ? (
        <p class="quiet small">{words.noTexts}</p>
      ) : !mayRead ? (
        <p class="quiet small">{words.textsNotForYou}</p>
      ) : asked.split.flagged ? (
        <p class="quiet small">{words.textsOfAll}</p>
      ) : (
        <UnlessRemoved survey={asked.survey}>
          {pages.map((after, index) => (
            <TextPage
              key={after ?? ''}
              {...asked}
              after={after}
              {...(index === pages.length - 1
                ? { more: (next: string) => setPages([...pages, next]) }
                : {})}
            />
          ))}
        </UnlessRemoved>
      )}
    </section>
  );
}

function TextPage(props: Asked & { after: string | undefined; more?(next: string): void }) {
  const words = useWords(resultsWords);
  const shared = useWords(sharedWords);
  const { survey, item, split, after, more } = props;
  const page = useQuery(texts(survey, item.id, split, after));
  return (
    <QueryResult query={page}>
      {({ items, next }) => (
        <>
          {items.length > 0 && (
            <ul>
              {items.map(({ response, text }) => (
                <li key={response}>{text}</li>
              ))}
            </ul>
          )}
          {next && more && (
            <p class="screen-only">
              <button type="button" class="button" onClick={() => more(next)}>
                {shared.more}
              </button>
            </p>
          )}
          {next && more && <p class="small quiet print-only">{words.moreTexts}</p>}
        </>
      )}
    </QueryResult>
  );
}

/** To the same on a page of its own, once there is something to read there. */
function TextsLink({ survey, item }: { survey: string; item: string }) {
  const words = useWords(resultsWords);
  const { id, surveys } = useEvaluation();
  if (surveys.find(({ code }) => code === survey)?.answersRemovedAt !== null) return null;
  return (
    <a class="small screen-only" href={textsPath(id, survey, item)}>
      {words.readTexts}
    </a>
  );
}
