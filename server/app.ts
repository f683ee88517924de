import { compress } from 'hono/compress';
import type { Deps } from './context.ts';
import { createProtection } from './fieldwork/protection.ts';
import { answerError } from './http/answer-error.ts';
import { jsonBody } from './http/body.ts';
import { access } from './http/guard.ts';
import { newRouter } from './http/router.ts';
import { securityHeaders } from './http/security-headers.ts';
import { logRequests } from './log.ts';
import { Problem } from './problem.ts';
import { accessCodeRoutes } from './routes/access-codes.ts';
import { auditRoutes } from './routes/audit.ts';
import { challengeRoutes } from './routes/challenge.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { figureRoutes } from './routes/figures.ts';
import { formRoutes } from './routes/form.ts';
import { formPage } from './routes/form-page.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorSystemRoutes } from './routes/indicator-systems.ts';
import { describeIn } from './routes/openapi.ts';
import { questionnaireRoutes } from './routes/questionnaires.ts';
import { responseListRoutes } from './routes/response-list.ts';
import { responseRoutes } from './routes/responses.ts';
import { scoringRoutes } from './routes/scoring.ts';
import { sessionRoutes } from './routes/session.ts';
import { progressRoutes } from './routes/survey-progress.ts';
import { resultRoutes } from './routes/survey-results.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { workbenchPage } from './routes/workbench-page.ts';

/**
 * The whole server as one function from request to answer. Everything it works with comes in `deps`; it opens
 * nothing and listens nowhere.
 */
export function createApp(deps: Deps) {
  const respondents = { ...deps, protection: createProtection(deps) };
  const app = newRouter();
  app.use(logRequests(deps.log));
  app.use(securityHeaders(deps.config));
  const compressed = compress();
  // Only what is read: the answer to a response handed in is a few bytes.
  app.use((c, next) => (c.req.method === 'GET' ? compressed(c, next) : next()));
  app.use('/api/*', access(deps));
  app.use('/api/*', jsonBody);

  const routes = app
    .route('/', sessionRoutes(deps))
    .route('/', tokenRoutes(deps))
    .route('/', questionnaireRoutes(deps))
    .route('/', indicatorSystemRoutes(deps))
    .route('/', evaluationRoutes(deps))
    .route('/', surveyRoutes(deps))
    .route('/', formRoutes(deps))
    .route('/', challengeRoutes(respondents))
    .route('/', responseRoutes(respondents))
    .route('/', accessCodeRoutes(deps))
    .route('/', responseListRoutes(deps))
    .route('/', resultRoutes(deps))
    .route('/', progressRoutes(deps))
    .route('/', figureRoutes(deps))
    .route('/', scoringRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', healthRoutes(deps))
    .route('/', formPage(respondents))
    .route('/', workbenchPage(deps));
  describeIn(app);
  app.notFound((c) => answerError(deps, c, new Problem('not-found')));
  app.onError((error, c) => answerError(deps, c, error));
  return routes;
}

/** The routes with what they take and give, for clients in TypeScript. */
export type AppType = ReturnType<typeof createApp>;
