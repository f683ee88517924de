import { randomUUID } from 'node:crypto';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  type FormError,
  type NoticeKind,
  renderForm,
  renderNotice,
  renderReceipt,
} from '../../client/form/render.tsx';
import { type FormQuestionnaire, fillQuestionnaire } from '../../survey-definitions/form.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { AppEnv, Deps } from '../context.ts';
import { foundEvaluation, foundSurvey, questionnaireOf } from '../evaluations/load.ts';
import { respondentState } from '../evaluations/survey-state.ts';
import { type PostedForm, readPostedForm } from '../fieldwork/posted-form.ts';
import type { RespondentDeps } from '../fieldwork/protection.ts';
import { type Taken, takeResponse } from '../fieldwork/take-response.ts';
import { RESPONDENT_LIMIT, readBytes } from '../http/body.ts';
import { compressedHtml } from '../http/compressed-html.ts';
import { credentialsOf, markDevice } from '../http/credentials.ts';
import { findHostile } from '../http/hostile.ts';
import { languageNamed, languageOf } from '../http/language.ts';
import { newRouter } from '../http/router.ts';
import { SurveyCode } from '../http/shapes.ts';
import { placeholdersOf } from '../presenters/evaluation.ts';
import { Problem, statusOf } from '../problem.ts';
import type { ProblemCode } from '../problem-catalogue.ts';
import type { Survey } from '../store/surveys.ts';

type Ctx = Context<AppEnv>;

const page = (description: string) => ({
  description,
  content: { 'text/html': { schema: { type: 'string' as const } } },
});
const refusals = {
  403: page('The survey is not open, or it is protected and the post did not get past that'),
  404: page('There is no such survey'),
};
const show = createRoute({
  method: 'get',
  path: '/s/{code}',
  security: [],
  summary: 'The form, complete without script',
  request: { params: SurveyCode },
  responses: { 200: page('The form'), ...refusals },
});
const post = createRoute({
  method: 'post',
  path: '/s/{code}',
  security: [],
  summary: 'The form posted without script',
  request: {
    params: SurveyCode,
    body: {
      // No schema that would be validated: which fields there are, only the questionnaire knows.
      content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' as const } } },
    },
  },
  responses: {
    200: page('Received, with the receipt'),
    409: page('Received before with other content'),
    413: page('Too large'),
    415: page('Not a posted form'),
    422: page('The form again, each error beside its item'),
    429: page('Too many responses from one network'),
    ...refusals,
  },
});

/** The respondent's page: GET shows it, POST takes it without any script. Never cached: it carries an id and a time. */
export function formPage(deps: RespondentDeps) {
  const { store, assets, now } = deps;
  const app = newRouter();

  app.openapi(show, async (c) => {
    const { survey, questionnaire, values } = await load(c.req.valid('param').code);
    const form = fillQuestionnaire(questionnaire, values, wantedLanguage(c, c.req.query('lang')));
    const state = respondentState(survey, now());
    if (state !== 'open') return notice(c, state, 403, form, survey.code);
    return formOf(c, survey, form, {
      id: randomUUID(),
      startedAt: now().toISOString(),
      answers: {},
      accessCode: c.req.query('k'),
    });
  });

  app.openapi(post, async (c) => {
    const type = c.req.header('Content-Type') ?? '';
    if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) throw new Problem('not-a-form');
    const body = new TextDecoder().decode(await readBytes(c, RESPONDENT_LIMIT));
    const { survey, questionnaire, values } = await load(c.req.valid('param').code);
    const posted = readPostedForm(questionnaire, body);
    const form = fillQuestionnaire(questionnaire, values, wantedLanguage(c, posted.language));
    const taken = await take(c, survey, posted);
    if (taken.kind === 'new' || taken.kind === 'again') await markDevice(c, deps, survey);
    switch (taken.kind) {
      case 'new':
      case 'again':
        return html(
          c,
          renderReceipt({
            form,
            code: survey.code,
            receipt: taken.receipt,
            alreadyHeard: taken.kind === 'again',
            nonce: nonceOf(c),
            style: assets.form.style,
          }),
        );
      case 'conflict':
        return notice(c, 'conflict', 409, form);
      case 'not-open':
        return notice(c, taken.state, 403, form);
      case 'faulty':
        return formOf(c, survey, form, posted, taken.errors);
      case 'refused':
        return refused(c, survey, form, posted, taken);
    }
  });

  return app;

  async function load(code: string) {
    const survey = await foundSurvey(store.read, code);
    const questionnaire: Questionnaire = await questionnaireOf(store.read, survey);
    const values = placeholdersOf(await foundEvaluation(store.read, survey.evaluationId));
    return { survey, questionnaire, values };
  }

  /** Text that cannot be stored is an error of its item, like any other. */
  async function take(c: Ctx, survey: Survey, posted: PostedForm): Promise<Taken> {
    const { id, answers, startedAt, accessCode } = posted;
    const hostile = findHostile(answers);
    if (hostile !== undefined) {
      return { kind: 'faulty', errors: [{ item: String(hostile.path[0]), code: 'wrong-type' }] };
    }
    // Without its id a post cannot be told from a retry; the page is given a new one, and its respondent asked to send again.
    if (id === undefined) return { kind: 'faulty', errors: [{ item: '_id', code: 'wrong-type' }] };
    // A proof is computed by a script, and a script does not post the page.
    const credentials = await credentialsOf(c, deps, survey, { accessCode });
    return takeResponse(deps, survey, id, { answers, startedAt }, credentials);
  }

  /** What can be put right is asked for again, with the answers as they were given; the rest is said plainly. */
  function refused(
    c: Ctx,
    survey: Survey,
    form: FormQuestionnaire,
    posted: PostedForm,
    { refusal, retryAfter }: Extract<Taken, { kind: 'refused' }>,
  ) {
    if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
    switch (refusal) {
      case 'access-code-missing':
      case 'access-code-unknown':
      case 'access-code-spent':
        return formOf(c, survey, form, posted, [{ item: '_k', code: refusal }], 403);
      case 'proof-needed':
      case 'proof-wrong':
        return notice(c, 'needs-script', 403, form);
      case 'too-many-responses':
        return notice(c, 'error', 429, form);
    }
  }

  function formOf(
    c: Ctx,
    survey: Survey,
    form: FormQuestionnaire,
    given: Pick<PostedForm, 'id' | 'startedAt' | 'answers' | 'accessCode'>,
    errors?: readonly FormError[],
    status: 403 | 422 = 422,
  ) {
    const text = renderForm({
      form,
      state: 'open',
      code: survey.code,
      responseId: given.id ?? randomUUID(),
      startedAt: given.startedAt ?? now().toISOString(),
      answers: given.answers,
      errors: errors ?? [],
      elder: c.req.query('elder') === '1',
      access: { needed: survey.access === 'code', code: given.accessCode?.slice(0, 200) || null },
      proofOfWork: survey.proofOfWork,
      nonce: nonceOf(c),
      ...assets.form,
    });
    return html(c, text, errors === undefined ? 200 : status);
  }

  /** `code`: of the survey, where a response that the device still holds is to be seen to. */
  function notice(
    c: Ctx,
    kind: NoticeKind,
    status: 403 | 409 | 429,
    form: FormQuestionnaire,
    code?: string,
  ) {
    const { style, later } = assets.form;
    const text = renderNotice({
      kind,
      form,
      nonce: nonceOf(c),
      style,
      language: form.language,
      ...(kind === 'closed' && code && { waiting: { code, later } }),
    });
    return html(c, text, status);
  }
}

const NOTICE_OF: Partial<Record<ProblemCode, NoticeKind>> = {
  'unknown-survey': 'unknown',
  'not-found': 'unknown',
  'too-large': 'too-large',
};

/** A problem on the respondent's page, said as a page. */
export function problemPage(c: Ctx, { assets }: Pick<Deps, 'assets'>, code: ProblemCode): Response {
  const kind = NOTICE_OF[code] ?? 'error';
  const { style } = assets.form;
  const text = renderNotice({ kind, nonce: nonceOf(c), style, language: wantedLanguage(c) });
  c.header('Cache-Control', 'no-store');
  return c.html(text, statusOf(code));
}

function wantedLanguage(c: Ctx, asked?: string) {
  return languageNamed(asked ?? c.req.query('lang')) ?? languageOf(c);
}

function nonceOf(c: Ctx): string {
  return c.get('secureHeadersNonce') ?? '';
}

function html(c: Ctx, text: string, status: ContentfulStatusCode = 200) {
  c.header('Cache-Control', 'no-store');
  return compressedHtml(c, text, status);
}
