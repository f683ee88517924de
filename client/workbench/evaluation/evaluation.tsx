import { useEffect } from 'preact/hooks';
import { Route, Router, useLocation, useRoute } from 'preact-iso/router';
import { type Evaluation as EvaluationData, evaluation } from '../api/evaluations.ts';
import { EvaluationAudit } from '../audit/evaluation-audit.tsx';
import { BaseData } from '../base-data/base-data.tsx';
import { Comparison } from '../comparison/comparison.tsx';
import { EvaluationContext, useEvaluation } from '../current-evaluation.ts';
import { usePolling, useRefetchOnPathChange } from '../data/polling.ts';
import { useLiveEvaluation } from '../data/use-live-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { Details } from '../details/details.tsx';
import { Figures } from '../figures/figures.tsx';
import { OneFigure } from '../figures/one-figure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { AsOf, StaleNotice } from '../parts/as-of.tsx';
import { onlyWith } from '../parts/not-for-you.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { Loading, QueryResult } from '../parts/query-result.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sharedWords } from '../parts/words.ts';
import {
  baseDataPath,
  detailsPath,
  evaluationAuditPath,
  evaluationsPath,
  figuresPath,
  peoplePath,
  STOPS,
  stopPath,
  wallPath,
} from '../paths.ts';
import { People } from '../people/people.tsx';
import { NewSurvey } from '../questionnaires/new-survey.tsx';
import { Preview } from '../questionnaires/preview.tsx';
import { QuestionnaireText } from '../questionnaires/questionnaire-text.tsx';
import { Questionnaires } from '../questionnaires/questionnaires.tsx';
import { OneResponse } from '../responses/one-response.tsx';
import { Responses } from '../responses/responses.tsx';
import { Results } from '../results/results.tsx';
import { RemovalNotice } from '../retention/removal-notice.tsx';
import { Returns } from '../returns/returns.tsx';
import { Scoring } from '../scoring/scoring.tsx';
import { furthestStop } from '../stops.ts';
import { SurveyPage } from '../survey/survey-page.tsx';
import { tradeTerms } from '../terms.ts';
import { Texts } from '../text-answers/texts.tsx';
import { Wall } from '../wall/wall.tsx';
import { ArchivedNotice, HeadParticulars } from './head-particulars.tsx';
import { Rail } from './rail.tsx';
import { RoleNotice } from './role-notice.tsx';
import { UnknownEvaluation } from './unknown-evaluation.tsx';
import { evaluationWords } from './words.ts';

/** Each screen with what its reader must hold. */
const ForWhoMay = {
  Questionnaires: onlyWith('surveys.read', Questionnaires),
  QuestionnaireText: onlyWith('surveys.read', QuestionnaireText),
  NewSurvey: onlyWith('surveys.write', NewSurvey),
  Preview: onlyWith('surveys.read', Preview),
  Returns: onlyWith('progress.read', Returns),
  SurveyPage: onlyWith('progress.read', SurveyPage),
  Results: onlyWith('results.read', Results),
  Comparison: onlyWith('results.read', Comparison),
  Responses: onlyWith('responses.read', Responses),
  OneResponse: onlyWith('responses.read', OneResponse),
  Texts: onlyWith('responses.read', Texts),
  Figures: onlyWith('figures.read', Figures),
  OneFigure: onlyWith('figures.read', OneFigure),
  Scoring: onlyWith('scoring.read', Scoring),
  BaseData: onlyWith('base-data.read', BaseData),
  People: onlyWith('people.read', People),
  Wall: onlyWith('progress.read', Wall),
  EvaluationAudit: onlyWith('audit.read', EvaluationAudit),
};

/** One evaluation: its name, the rail, and the stop the address names. */
export function Evaluation() {
  const { params } = useRoute();
  const polling = usePolling();
  const loaded = useQuery({
    ...evaluation(params['id'] ?? ''),
    refetchInterval: ({ state }) => polling(state.data).refetchInterval,
  });
  if (loaded.status === 'error' && loaded.problem.status === 404)
    return <UnknownEvaluation id={params['id'] ?? ''} />;
  return (
    <QueryResult query={loaded}>{(data) => <EvaluationFrame evaluation={data} />}</QueryResult>
  );
}

function EvaluationFrame({ evaluation }: { evaluation: EvaluationData }) {
  const words = useWords(evaluationWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { path } = useLocation();
  const current = STOPS.find((stop) => path.startsWith(stopPath(evaluation.id, stop)));
  const details = path === detailsPath(evaluation.id);
  const people = path === peoplePath(evaluation.id);
  const base = path === baseDataPath(evaluation.id);
  const audit = path === evaluationAuditPath(evaluation.id);
  const frozen = path.startsWith(figuresPath(evaluation.id));
  const screen = base
    ? terms.baseData
    : current
      ? terms.stops[current]
      : details
        ? shared.details.title
        : people
          ? shared.people.title
          : audit
            ? shared.audit
            : frozen
              ? terms.frozen
              : undefined;
  const { department, year } = evaluation;
  useRefetchOnPathChange(evaluation, path);
  useLiveEvaluation(evaluation, useLanguage().language);
  useTitle(`${screen ? `${screen} · ` : ''}${department} ${year}`);
  const isWall = [undefined, ...evaluation.surveys.map(({ code }) => code)].some(
    (code) => path === wallPath(evaluation.id, code),
  );
  if (isWall) {
    return (
      <EvaluationContext.Provider value={evaluation}>
        <ForWhoMay.Wall />
      </EvaluationContext.Provider>
    );
  }
  return (
    <EvaluationContext.Provider value={evaluation}>
      <header class="evaluation-head">
        <p class="small screen-only">
          <a href={evaluationsPath}>{shared.evaluations.title}</a>
        </p>
        <h1>
          <Unbroken>{words.name(department, year)}</Unbroken>
        </h1>
        <p class="small quiet">
          {evaluation.place} · {evaluation.indicatorSystem.title}
          <span class="screen-only">
            {' · '}
            <a href={detailsPath(evaluation.id)} aria-current={details ? 'page' : undefined}>
              {shared.details.title}
            </a>
            {' · '}
            {evaluation.permissions.includes('people.read') && (
              <>
                <a href={peoplePath(evaluation.id)} aria-current={people ? 'page' : undefined}>
                  {shared.people.title}
                </a>
                {' · '}
              </>
            )}
            {evaluation.permissions.includes('audit.read') && (
              <>
                <a
                  href={evaluationAuditPath(evaluation.id)}
                  aria-current={audit ? 'page' : undefined}
                >
                  {shared.audit}
                </a>
                {' · '}
              </>
            )}
          </span>
          <AsOf />
        </p>
        <HeadParticulars />
      </header>
      <Rail evaluation={evaluation} current={current} />
      <StaleNotice />
      <ArchivedNotice />
      <div class="page">
        <RoleNotice />
        <RemovalNotice />
        <Router>
          <Route path="/" component={RedirectToFurthestStop} />
          <Route path="/details" component={Details} />
          <Route path="/people" component={ForWhoMay.People} />
          <Route path="/audit" component={ForWhoMay.EvaluationAudit} />
          <Route path="/questionnaires" component={ForWhoMay.Questionnaires} />
          <Route
            path="/questionnaires/:questionnaire/:version"
            component={ForWhoMay.QuestionnaireText}
          />
          <Route
            path="/questionnaires/:questionnaire/:version/new-survey"
            component={ForWhoMay.NewSurvey}
          />
          <Route
            path="/questionnaires/:questionnaire/:version/preview"
            component={ForWhoMay.Preview}
          />
          <Route path="/returns" component={ForWhoMay.Returns} />
          <Route path="/returns/:code" component={ForWhoMay.SurveyPage} />
          <Route path="/results/:code?" component={ForWhoMay.Results} />
          <Route path="/results/:code/comparison" component={ForWhoMay.Comparison} />
          <Route path="/results/:code/responses" component={ForWhoMay.Responses} />
          <Route path="/results/:code/responses/:response" component={ForWhoMay.OneResponse} />
          <Route path="/results/:code/texts" component={ForWhoMay.Texts} />
          <Route path="/figures" component={ForWhoMay.Figures} />
          <Route path="/figures/:figures" component={ForWhoMay.OneFigure} />
          <Route path="/scoring" component={ForWhoMay.Scoring} />
          <Route path="/base-data" component={ForWhoMay.BaseData} />
          <Route default component={NotFound} />
        </Router>
      </div>
    </EvaluationContext.Provider>
  );
}

/** The bare address of an evaluation opens it where its numbers have got to. */
function RedirectToFurthestStop() {
  const evaluation = useEvaluation();
  const { route } = useLocation();
  useEffect(() => route(stopPath(evaluation.id, furthestStop(evaluation)), true), []);
  return <Loading />;
}
