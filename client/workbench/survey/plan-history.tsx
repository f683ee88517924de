import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { PLANNED_CHANNELS } from '../../../survey-definitions/survey.ts';
import { type PlanVersion, planVersions, type Survey } from '../api/surveys.ts';
import { useQuery } from '../data/use-query.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useSizeInWords } from '../planning/size-in-words.ts';
import { tradeTerms } from '../terms.ts';
import { type PlanChange, planChanges } from './plan-changes.ts';
import { surveyWords } from './words.ts';

/** Every version of the plan, the newest first: what changed, who changed it, when and why. */
export function PlanHistory({ survey }: { survey: Survey }) {
  const words = useWords(surveyWords).history;
  const loaded = useQuery(planVersions(survey.code));
  return (
    <section class="survey-section" aria-labelledby="survey-history">
      <h3 id="survey-history">{words.title}</h3>
      <QueryResult query={loaded}>
        {({ items }) => (
          <DataTable
            class="plan-history"
            columns={[
              { label: words.version },
              { label: words.at },
              { label: words.author },
              { label: words.changes, class: 'plan-changes' },
              { label: words.reason, class: 'plan-reason' },
            ]}
            rows={items
              .toReversed()
              .map((version) => (
                <Row
                  key={version.version}
                  cells={[
                    words.versionName(version.version),
                    <span class="nowrap">{minuteInChina(version.at)}</span>,
                    version.author || <span class="quiet">—</span>,
                    <Changes
                      version={version}
                      before={items.find((one) => one.version === version.version - 1)}
                    />,
                    version.reason ?? '',
                  ]}
                />
              ))}
          />
        )}
      </QueryResult>
    </section>
  );
}

/** More changes than these of one version are folded. */
const MOST_SHOWN = 6;

function Changes(props: { version: PlanVersion; before: PlanVersion | undefined }) {
  const words = useWords(surveyWords).history;
  const inWords = useChangeInWords();
  const { version, before } = props;
  if (!before) return <Whole version={version} />;
  const changes = planChanges(before, version).map(inWords);
  const list = (
    <ul>
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
  if (changes.length <= MOST_SHOWN) return list;
  return (
    <details>
      <summary>{words.manyChanges(changes.length)}</summary>
      {list}
    </details>
  );
}

/** The first version, which changed nothing. */
function Whole({ version: { plan, points } }: { version: PlanVersion }) {
  const words = useWords(surveyWords);
  const sizeInWords = useSizeInWords();
  const terms = useWords(tradeTerms);
  const channels = PLANNED_CHANNELS.flatMap((channel) => {
    const planned = plan.byChannel?.[channel];
    return planned === undefined
      ? []
      : [words.settings.part(terms.channels[channel], count(planned))];
  });
  const atPoints = points.reduce((sum, point) => sum + (point.plan ?? 0), 0);
  const parts = [
    words.settings.part(terms.plan, count(plan.total)),
    ...channels,
    ...(points.length > 0
      ? [words.settings.points(points.length, count(points.length), count(atPoints))]
      : []),
  ];
  return (
    <>
      {parts.join(words.settings.comma)}
      {plan.sampleSize && <p class="small quiet">{sizeInWords(plan.sampleSize)}</p>}
    </>
  );
}

function useChangeInWords(): (change: PlanChange) => string {
  const words = useWords(surveyWords).history;
  const terms = useWords(tradeTerms);
  const said = (n: number | null) => (n === null ? words.notGiven : count(n));
  return (change) => {
    switch (change.what) {
      case 'total':
        return words.fromTo(words.total, said(change.before), said(change.after));
      case 'channel':
        return words.fromTo(
          terms.channels[change.channel],
          said(change.before),
          said(change.after),
        );
      case 'planned':
        return words.fromTo(change.name, said(change.before), said(change.after));
      case 'named':
        return words.named(change.before, change.after);
      case 'added':
        return words.added(change.name, said(change.plan));
      case 'order':
      case 'quotas':
      case 'shares':
      case 'sampleSize':
        return words[change.what];
      default:
        return words[change.what](change.name);
    }
  };
}
