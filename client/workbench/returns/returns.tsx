import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation, useMay, useMayChange } from '../current-evaluation.ts';
import { isMoving } from '../data/polling.ts';
import { useLivePage } from '../data/presence.ts';
import { useWords } from '../language.tsx';
import { MissingSurveys } from '../missing-surveys.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { stopPath, surveyPath } from '../paths.ts';
import { useProgress } from '../progress/use-progress.ts';
import { WallLink } from '../progress/wall-link.tsx';
import { formalFirst } from '../stops.ts';
import { tradeTerms } from '../terms.ts';
import { AllArrivals } from './all-arrivals.tsx';
import { CombineSurveys } from './combine-surveys.tsx';
import { PointsTo } from './points-to.tsx';
import { GroupSum, SurveyRow } from './survey-row.tsx';
import { returnsWords } from './words.ts';

/** Second stop: what came back of what was planned, a line a survey, each leading to its own page. */
export function Returns() {
  const words = useWords(returnsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { id, surveys } = useEvaluation();
  const maySetUp = useMayChange('surveys.write');
  const seesScoring = useMay('scoring.read');
  const { query, route } = useLocation();
  const progress = useProgress();
  // Where a survey stood before it had a page of its own: such addresses have been sent to people.
  useLivePage(isMoving(surveys));
  const named = surveys.find(({ code }) => code === query['survey'])?.code;
  useEffect(() => {
    if (named) route(surveyPath(id, named), true);
  }, [named]);
  if (surveys.length === 0) {
    return (
      <div class="empty">
        <h2>{words.none}</h2>
        <p>{maySetUp ? words.noneHint : words.noneToRead}</p>
        <MissingSurveys />
        {maySetUp && (
          <a class="button primary" href={stopPath(id, 'questionnaires')}>
            {shared.questionnaires.chooseAction}
          </a>
        )}
      </div>
    );
  }
  const withIneligible = surveys.some(({ ineligible }) => ineligible > 0);
  return (
    <div class="stack">
      <div class="row spread">
        <h2>{words.title}</h2>
        <WallLink />
      </div>
      <MissingSurveys leadsOn />
      <PointsTo surveys={formalFirst(surveys)} progress={progress} />
      <DataTable
        class="surveys"
        columns={[
          { label: words.survey },
          { label: words.state },
          { label: words.validOfPlan, kind: 'number', deciding: true },
          { label: terms.handedOut, kind: 'number' },
          { label: terms.received, kind: 'number' },
          { label: terms.invalid, kind: 'number' },
          ...(withIneligible ? [{ label: terms.ineligible, kind: 'number' } as const] : []),
          { label: terms.flagged, kind: 'number' },
          ...(seesScoring ? [{ label: words.forScore }] : []),
        ]}
        bodies={groupsOf(surveys).map((group) => (
          <tbody key={group.map(({ code }) => code).join(' ')}>
            {group.map((survey) => (
              <SurveyRow
                key={survey.code}
                survey={survey}
                progress={progress.get(survey.code)}
                withIneligible={withIneligible}
              />
            ))}
            {group.length > 1 && (
              <GroupSum surveys={group} progress={progress} withIneligible={withIneligible} />
            )}
          </tbody>
        ))}
      />
      <AllArrivals progress={[...progress.values()]} />
      {seesScoring && <CombineSurveys />}
    </div>
  );
}

/** Surveys of one respondent group and phase together, those that may score before pilots, each group where its first stands. */
function groupsOf(surveys: readonly SurveySummary[]): SurveySummary[][] {
  const groups = new Map<string, SurveySummary[]>();
  for (const survey of formalFirst(surveys)) {
    const key = `${survey.phase} ${survey.respondentGroup}`;
    groups.set(key, [...(groups.get(key) ?? []), survey]);
  }
  return [...groups.values()];
}
