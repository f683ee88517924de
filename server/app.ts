import { compress } from 'hono/compress';
import { createPasswordCheck } from './accounts/password-check.ts';
import type { Deps } from './context.ts';
import { createProtection } from './fieldwork/protection.ts';
import { answerProblem } from './http/answer-problem.ts';
import { holdBody } from './http/body.ts';
import { describe } from './http/describe.ts';
import { problemOf } from './http/expected-errors.ts';
import { guard } from './http/guard.ts';
import { logRequests } from './http/log-requests.ts';
import { declarationsOf } from './http/route.ts';
import { newRouter } from './http/router.ts';
import { securityHeaders } from './http/security-headers.ts';
import { noteUnknownProxy } from './http/unknown-proxy.ts';
import { whileStarting } from './http/while-starting.ts';
import { createLive } from './live/live.ts';
import { createPlaces } from './live/places.ts';
import { createSnapshots } from './live/snapshots.ts';
import { Problem } from './problem.ts';
import { accessCodeRoutes } from './routes/access-codes.ts';
import { accountRoutes } from './routes/accounts.ts';
import { auditRoutes } from './routes/audit.ts';
import { baseDataRoutes } from './routes/base-data.ts';
import { challengeRoutes } from './routes/challenge.ts';
import { comparisonRoutes } from './routes/comparison.ts';
import { indicatorSystemRoutes, questionnaireRoutes } from './routes/definitions.ts';
import { earlierFigureRoutes } from './routes/earlier-figures.ts';
import { evaluationListRoutes } from './routes/evaluation-list.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { figureRoutes } from './routes/figures.ts';
import { formRoutes } from './routes/form.ts';
import { formPage, problemPage } from './routes/form-page.ts';
import { formStepRoutes } from './routes/form-steps.ts';
import { frozenFigureRoutes } from './routes/frozen-figures.ts';
import { healthRoutes } from './routes/health.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { invitedRoutes } from './routes/invited.ts';
import { judgementRoutes } from './routes/judgements.ts';
import { noticeRoutes } from './routes/notices.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { ownPasswordRoutes } from './routes/own-password.ts';
import { peopleRoutes } from './routes/people.ts';
import { planVersionRoutes } from './routes/plan-versions.ts';
import { previewRoutes } from './routes/preview.ts';
import { responseListRoutes } from './routes/response-list.ts';
import { responseRoutes } from './routes/responses.ts';
import { scoringRoutes } from './routes/scoring.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { sessionRoutes } from './routes/session.ts';
import { sessionListRoutes } from './routes/sessions.ts';
import { signInPolicyRoutes } from './routes/sign-in-policy.ts';
import { surveyChangeRoutes } from './routes/survey-changes.ts';
import { surveyMoveRoutes } from './routes/survey-moves.ts';
import { progressRoutes } from './routes/survey-progress.ts';
import { resultRoutes } from './routes/survey-results.ts';
import { textRoutes } from './routes/survey-texts.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { workbenchPage } from './routes/workbench-page.ts';
import { createSummaries } from './scoring/summaries.ts';

/**
 * The whole server as one function from request to answer. Everything it works with comes in `deps`; it opens
 * nothing and listens nowhere. Throws where a route does not say who may call it.
 */
export function createApp(deps: Deps) {
  const respondents = { ...deps, protection: createProtection(deps) };
  const summaries = createSummaries();
  const { read: db, changes } = deps.store;
  const elapsed = deps.elapsed ?? (() => performance.now());
  const watching = {
    live: createLive({ db, changes, log: deps.log }),
    snapshots: createSnapshots({ db, now: deps.now, elapsed }),
    places: createPlaces(),
  };
  const { sign } = respondents.protection;
  // One for all who look at passwords: what fails is counted together.
  const people = { ...deps, sign, check: createPasswordCheck({ ...deps, sign }) };
  const app = newRouter();
  app.use(logRequests(deps.log));
  app.use(securityHeaders(deps.config));
  app.use(whileStarting(deps));
  app.use(noteUnknownProxy(deps.config, deps.log));
  const compressed = compress();
  // Only what is read: the answer to a response handed in is a few bytes.
  app.use((c, next) => (c.req.method === 'GET' ? compressed(c, next) : next()));
  app.use(guard(deps));
  app.use(holdBody);

  const routes = app
    .route('/', sessionRoutes(people))
    .route('/', sessionListRoutes(deps))
    .route('/', ownPasswordRoutes(people))
    .route('/', secondFactorRoutes(people))
    .route('/', signInPolicyRoutes(deps))
    .route('/', tokenRoutes(deps))
    .route('/', accountRoutes(deps))
    .route('/', questionnaireRoutes(deps))
    .route('/', indicatorSystemRoutes(deps))
    .route('/', evaluationListRoutes({ ...deps, summaries }))
    .route('/', evaluationRoutes({ ...deps, summaries }))
    .route('/', surveyRoutes(deps))
    .route('/', surveyChangeRoutes(deps))
    .route('/', surveyMoveRoutes(deps))
    .route('/', planVersionRoutes(deps))
    .route('/', formRoutes(deps))
    .route('/', challengeRoutes(respondents))
    .route('/', responseRoutes(respondents))
    .route('/', formStepRoutes(respondents))
    .route('/', accessCodeRoutes(deps))
    .route('/', responseListRoutes(deps))
    .route('/', judgementRoutes(deps))
    .route('/', resultRoutes(deps))
    .route('/', comparisonRoutes(deps))
    .route('/', textRoutes(deps))
    .route('/', progressRoutes({ ...deps, ...watching }))
    .route('/', noticeRoutes(deps))
    .route('/', figureRoutes(deps))
    .route('/', frozenFigureRoutes(deps))
    .route('/', earlierFigureRoutes({ ...deps, summaries }))
    .route('/', baseDataRoutes(deps))
    .route('/', scoringRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', invitedRoutes({ ...deps, sign: respondents.protection.sign }))
    .route('/', healthRoutes(deps))
    .route('/', formPage(respondents))
    .route('/', previewRoutes(deps))
    .route('/', workbenchPage(deps))
    .route(
      '/',
      openApiRoutes(() => describe(app)),
    );
  declarationsOf(app);

  /** As a problem, or as a page where a respondent is looking. */
  const answer = (problem: Problem, c: Parameters<typeof answerProblem>[0]) =>
    c.req.path.startsWith('/s/') ? problemPage(c, deps, problem) : answerProblem(c, problem);
  app.notFound((c) => answer(new Problem('not-found'), c));
  app.onError((error, c) => answer(problemOf(error, c, deps.log), c));
  return routes;
}

/** The routes with what they take and give, for clients in TypeScript. */
export type AppType = ReturnType<typeof createApp>;
