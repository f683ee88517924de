import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useEvaluation, useMay, useMayChange } from '../current-evaluation.ts';
import { isMoving } from '../data/polling.ts';
import { useLivePage } from '../data/presence.ts';
import { useWords } from '../language.tsx';
import { MissingSurveys } from '../missing-surveys.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { stopPath, surveyPath } from '../paths.ts';
import { formalFirst } from '../stops.ts';
import { tradeTerms } from '../terms.ts';
import { CombineSurveys } from './combine-surveys.tsx';
import { SurveyRow } from './survey-row.tsx';
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
      <h2>{words.title}</h2>
      <MissingSurveys leadsOn />
      <DataTable
        class="surveys"
        columns={[
          { label: words.survey },
          { label: words.state },
          { label: words.validOfPlan, kind: 'number', deciding: true },
          { label: terms.received, kind: 'number' },
          { label: terms.invalid, kind: 'number' },
          ...(withIneligible ? [{ label: terms.ineligible, kind: 'number' } as const] : []),
          { label: terms.flagged, kind: 'number' },
          ...(seesScoring ? [{ label: words.forScore }] : []),
        ]}
        rows={formalFirst(surveys).map((survey) => (
          <SurveyRow key={survey.code} survey={survey} withIneligible={withIneligible} />
        ))}
      />
      {seesScoring && <CombineSurveys />}
    </div>
  );
}
