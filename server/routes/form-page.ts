import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type FormQuestionnaire, fillQuestionnaire } from '../../survey-definitions/form.ts';
import type { Deps } from '../context.ts';
import { evaluationOf, publicSurvey } from '../evaluations/load.ts';
import { placeholdersOf } from '../evaluations/placeholders.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import { credentialsOf } from '../fieldwork/credentials.ts';
import { deviceMark, marksDevices } from '../fieldwork/device-mark.ts';
import { readFullOptions } from '../fieldwork/full-quotas.ts';
import { pointOfLink } from '../fieldwork/point-of-link.ts';
import { type PostedForm, readPostedForm } from '../fieldwork/posted-form.ts';
import type { RespondentDeps } from '../fieldwork/protection.ts';
import { type Taken, takeResponse } from '../fieldwork/take-response.ts';
import { formOf as formBodyOf, POSTED_LIMIT } from '../http/body-policy.ts';
import { clientNetwork } from '../http/client-address.ts';
import { readDeviceMark, setDeviceMark } from '../http/device-mark.ts';
import type { AppEnv } from '../http/env.ts';
import { problemOf } from '../http/expected-errors.ts';
import { findJsonHazard } from '../http/json-hazards.ts';
import { answerPage, nonceOf, pageLanguage, toOwnAddress } from '../http/page.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { html, SurveyCode } from '../http/schemas.ts';
import {
  type AgainKind,
  type Given,
  type NoticeKind,
  type Page,
  presentFormPage,
  presentNotice,
  presentReceipt,
} from '../presenters/respondent-page.ts';
import { Problem, statusOf } from '../problem.ts';
import type { ProblemCode } from '../problem-catalogue.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { findPoint } from '../store/points.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import type { Survey } from '../store/surveys.ts';

type Ctx = Context<AppEnv>;

/** What a respondent is asked, and by whom. */
interface Asked {
  survey: Survey;
  evaluation: Evaluation;
  form: FormQuestionnaire;
}

/** What stands in the form: nothing yet, or what was posted. */
type Filled = Pick<Given, 'answers' | 'accessCode' | 'point'> &
  Partial<Pick<PostedForm, 'id' | 'startedAt'>>;

const refusals = {
  403: html(
    'The survey or its collection point is not open, or it is protected and the post did not get past that',
  ),
  404: html('There is no such survey, or it has no such collection point'),
};
const show = route({
  method: 'get',
  path: '/s/{code}',
  access: 'public',
  operationId: 'showForm',
  summary: 'The form, complete without script',
  request: { params: SurveyCode },
  responses: {
    200: html('The form'),
    308: { description: 'To the address as it is written: small letters, no slash at its end' },
    ...refusals,
  },
});
const post = route({
  method: 'post',
  path: '/s/{code}',
  access: 'public',
  operationId: 'postForm',
  body: formBodyOf(POSTED_LIMIT),
  origin: 'respondent',
  summary: 'The form posted without script',
  request: {
    params: SurveyCode,
    body: {
      // No schema that would be validated: which fields there are, only the questionnaire knows.
      content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' as const } } },
    },
  },
  responses: {
    200: html('Received, with the receipt'),
    409: html('Received before with other content'),
    413: html('Too large'),
    415: html('Not a posted form'),
    422: html('The form again, each error beside its item'),
    429: html('Too many responses from one network: the form again, as it was filled in'),
    500: html('Something went wrong: the form again, as it was filled in'),
    503: html('Not now: the form again, as it was filled in'),
    ...refusals,
  },
});

/** The respondent's page: GET shows it, POST takes it without any script. Never cached: it carries an id and a time. */
export function formPage(deps: RespondentDeps) {
  const { store, assets, config, now, protection } = deps;
  const app = newRouter();

  app.openapi(show, async (c) => {
    const { code } = c.req.valid('param');
    const elsewhere = toOwnAddress(c, config, `/s/${code}`);
    if (elsewhere !== undefined) return elsewhere;
    const { survey, evaluation, questionnaire } = await load(code);
    const form = await fillIn(c, { survey, evaluation, questionnaire });
    const state = surveyState(survey, now());
    const asked = { survey, evaluation, form };
    if (state !== 'open') return notice(c, state, 403, { ...asked, period: survey });
    const accessCode = c.req.query('k');
    const point = await pointOfLink(store.read, survey.code, c.req.query('p'));
    if (point === 'unknown') return notice(c, 'point-unknown', 404, { ...asked, accessCode });
    // Its notice leads here where the device holds what was begun before the point was closed.
    if (point?.closedAt && c.req.query('begun') !== '1') {
      return notice(c, 'point-closed', 403, { ...asked, point, accessCode });
    }
    return formOf(c, asked, { answers: {}, accessCode, point });
  });

  app.openapi(post, async (c) => {
    const body = await c.req.text();
    const { survey, evaluation, questionnaire } = await load(c.req.valid('param').code);
    const posted = readPostedForm(questionnaire, body);
    const form = await fillIn(c, { survey, evaluation, questionnaire }, posted.language);
    const asked = { survey, evaluation, form };
    const point = posted.point && (await findPoint(store.read, survey.code, posted.point));
    const given = { ...posted, point: point || undefined };
    const taken = await take(c, survey, posted).catch((error: unknown) => failed(c, error));
    if (taken instanceof Problem) return again(c, asked, given, 'busy', taken);
    if ((taken.kind === 'new' || taken.kind === 'again') && marksDevices(survey)) {
      setDeviceMark(c, config, survey.code, await deviceMark(protection.sign, survey.code));
    }
    switch (taken.kind) {
      case 'new':
      case 'again': {
        const alreadyHeard = taken.kind === 'again';
        const { ended, endedBy, point: opened } = posted;
        const full = endedBy !== undefined && !ended;
        const said = { receipt: taken.receipt, alreadyHeard, ended, full, point: opened };
        return answerPage(c, presentReceipt(evaluation, form, said, pageOf(c)));
      }
      case 'conflict':
        return notice(c, 'conflict', 409, { evaluation, form });
      case 'not-open':
        return notice(c, taken.state, 403, { evaluation, form, period: survey });
      case 'unknown-point':
        // Taken out of the survey since. Sent again it is of none.
        return formOf(c, asked, { ...given, again: 'no-point' }, 422);
      case 'faulty':
        return formOf(c, asked, { ...given, errors: taken.errors }, 422);
      case 'refused':
        return refused(c, asked, given, taken);
    }
  });

  return app;

  /** The form as the quotas stand now. */
  async function fillIn(
    c: Ctx,
    { survey, evaluation, questionnaire }: Awaited<ReturnType<typeof load>>,
    posted?: string,
  ): Promise<FormQuestionnaire> {
    const full = await readFullOptions(store.read, survey);
    const language = pageLanguage(c, posted);
    return fillQuestionnaire(questionnaire, placeholdersOf(evaluation), language, full);
  }

  async function load(code: string) {
    const survey = await publicSurvey(store.read, code);
    const questionnaire = await questionnaireOf(store.read, survey);
    return { survey, questionnaire, evaluation: await evaluationOf(store.read, survey) };
  }

  /** Text that cannot be stored is an error of its item, like any other; what is not stored anyway is none. */
  async function take(c: Ctx, survey: Survey, posted: PostedForm): Promise<Taken> {
    const { id, answers, startedAt, accessCode, point, endedBy } = posted;
    const hazard = findJsonHazard(posted.kept);
    if (hazard !== undefined) {
      return { kind: 'faulty', errors: [{ item: String(hazard.path[0]), code: 'wrong-type' }] };
    }
    // Without its id a post cannot be told from a retry; the page is given a new one, and its respondent asked to send again.
    if (id === undefined) return { kind: 'faulty', errors: [{ item: '_id', code: 'wrong-type' }] };
    // A proof is computed by a script, and a script does not post the page.
    const credentials = await credentialsOf(protection, survey, {
      accessCode,
      proof: undefined,
      mark: readDeviceMark(c, survey.code),
      network: clientNetwork(c, config),
    });
    return takeResponse(deps, survey, id, { answers, startedAt, point, endedBy }, credentials);
  }

  /** What can be put right is asked for again, with the answers as they were given; the rest is said plainly. */
  function refused(
    c: Ctx,
    asked: Asked,
    given: Filled,
    { refusal, retryAfter }: Extract<Taken, { kind: 'refused' }>,
  ) {
    if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
    switch (refusal) {
      case 'access-code-missing':
      case 'access-code-unknown':
      case 'access-code-spent':
        return formOf(c, asked, { ...given, errors: [{ accessCode: refusal }] }, 403);
      case 'proof-needed':
      case 'proof-wrong':
      case 'too-many-responses': {
        const why = refusal === 'too-many-responses' ? 'busy' : 'needs-script';
        return again(c, asked, given, why, new Problem(refusal));
      }
    }
  }

  /** Nobody but the page has the answers: whatever keeps them from being stored, they are shown again. */
  function failed(c: Ctx, error: unknown): Problem {
    const problem = problemOf(error, c, deps.log);
    if (statusOf(problem.code) === 404) throw problem;
    return problem;
  }

  function again(
    c: Ctx,
    asked: Asked,
    given: Filled,
    why: AgainKind,
    { code, particulars }: Problem,
  ) {
    setHeaders(c, particulars);
    return formOf(c, asked, { ...given, again: why }, statusOf(code));
  }

  function formOf(
    c: Ctx,
    { survey, evaluation, form }: Asked,
    given: Filled & Partial<Pick<Given, 'errors' | 'again'>>,
    status: ContentfulStatusCode = 200,
  ) {
    const { answers, accessCode, point, errors = [], again } = given;
    const responseId = given.id ?? randomUUID();
    // To the second: nobody's answering is timed closer, and the page has no byte to spare.
    const startedAt =
      given.startedAt ??
      now()
        .toISOString()
        .replace(/\.\d{3}/, '');
    const shown = { responseId, startedAt, answers, accessCode, point, errors, again };
    return answerPage(c, presentFormPage(survey, evaluation, form, shown, pageOf(c)), status);
  }

  function notice(
    c: Ctx,
    kind: NoticeKind,
    status: 403 | 404 | 409,
    about: Omit<Parameters<typeof presentNotice>[1], 'language'> & { form: FormQuestionnaire },
  ) {
    const { language } = about.form;
    return answerPage(c, presentNotice(kind, { ...about, language }, pageOf(c)), status);
  }

  function pageOf(c: Ctx): Page {
    return respondentPage(c, assets);
  }
}

function respondentPage(c: Ctx, assets: Deps['assets']): Page {
  return { nonce: nonceOf(c), assets: assets.form, elder: c.req.query('elder') === '1' };
}

function setHeaders(c: Ctx, { headers = {} }: Problem['particulars']): void {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
}

const NOTICE_OF: Partial<Record<ProblemCode, NoticeKind>> = {
  'unknown-survey': 'unknown',
  'not-found': 'unknown',
  'too-large': 'too-large',
  starting: 'starting',
  'foreign-origin': 'elsewhere',
};

/** A problem on the respondent's page, said as a page. */
export function problemPage(
  c: Ctx,
  { assets }: Pick<Deps, 'assets'>,
  { code, particulars }: Problem,
): Response {
  const kind = NOTICE_OF[code] ?? 'error';
  const page = respondentPage(c, assets);
  c.header('Cache-Control', 'no-store');
  setHeaders(c, particulars);
  return c.html(presentNotice(kind, { language: pageLanguage(c) }, page), statusOf(code));
}
