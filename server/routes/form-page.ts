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
  type FormError,
  type NoticeKind,
  type Page,
  presentFormPage,
  presentNotice,
  presentReceipt,
} from '../presenters/respondent-page.ts';
import { Problem, statusOf } from '../problem.ts';
import type { ProblemCode } from '../problem-catalogue.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import type { Survey } from '../store/surveys.ts';

type Ctx = Context<AppEnv>;

const refusals = {
  403: html('The survey is not open, or it is protected and the post did not get past that'),
  404: html('There is no such survey'),
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
    const { survey, questionnaire, values } = await load(code);
    const form = fillQuestionnaire(questionnaire, values, pageLanguage(c));
    const state = surveyState(survey, now());
    if (state !== 'open') return notice(c, state, 403, { survey, form, period: survey });
    return formOf(c, survey, form, {
      id: randomUUID(),
      startedAt: now().toISOString(),
      answers: {},
      accessCode: c.req.query('k'),
    });
  });

  app.openapi(post, async (c) => {
    const body = await c.req.text();
    const { survey, questionnaire, values } = await load(c.req.valid('param').code);
    const posted = readPostedForm(questionnaire, body);
    const form = fillQuestionnaire(questionnaire, values, pageLanguage(c, posted.language));
    const taken = await take(c, survey, posted).catch((error: unknown) => failed(c, error));
    if (taken instanceof Problem) return again(c, survey, form, posted, 'busy', taken);
    if ((taken.kind === 'new' || taken.kind === 'again') && marksDevices(survey)) {
      setDeviceMark(c, config, survey.code, await deviceMark(protection.sign, survey.code));
    }
    switch (taken.kind) {
      case 'new':
      case 'again': {
        const alreadyHeard = taken.kind === 'again';
        const said = { receipt: taken.receipt, alreadyHeard, ended: posted.ended };
        return answerPage(c, presentReceipt(form, said, pageOf(c)));
      }
      case 'conflict':
        return notice(c, 'conflict', 409, { form });
      case 'not-open':
        return notice(c, taken.state, 403, { form, period: survey });
      case 'unknown-point':
        throw new Problem('not-found');
      case 'faulty':
        return formOf(c, survey, form, posted, taken.errors);
      case 'refused':
        return refused(c, survey, form, posted, taken);
    }
  });

  return app;

  async function load(code: string) {
    const survey = await publicSurvey(store.read, code);
    const questionnaire = await questionnaireOf(store.read, survey);
    const values = placeholdersOf(await evaluationOf(store.read, survey));
    return { survey, questionnaire, values };
  }

  /** Text that cannot be stored is an error of its item, like any other; what is not stored anyway is none. */
  async function take(c: Ctx, survey: Survey, posted: PostedForm): Promise<Taken> {
    const { id, answers, startedAt, accessCode, point } = posted;
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
    return takeResponse(deps, survey, id, { answers, startedAt, point }, credentials);
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
        return formOf(c, survey, form, posted, [{ accessCode: refusal }], 403);
      case 'proof-needed':
      case 'proof-wrong':
      case 'too-many-responses': {
        const why = refusal === 'too-many-responses' ? 'busy' : 'needs-script';
        return again(c, survey, form, posted, why, new Problem(refusal));
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
    survey: Survey,
    form: FormQuestionnaire,
    posted: PostedForm,
    why: AgainKind,
    { code, particulars }: Problem,
  ) {
    setHeaders(c, particulars);
    return formOf(c, survey, form, posted, [], statusOf(code), why);
  }

  function formOf(
    c: Ctx,
    survey: Survey,
    form: FormQuestionnaire,
    given: Pick<PostedForm, 'id' | 'startedAt' | 'answers' | 'accessCode'>,
    errors?: readonly FormError[],
    status: ContentfulStatusCode = 422,
    why?: AgainKind,
  ) {
    const text = presentFormPage(
      survey,
      form,
      {
        responseId: given.id ?? randomUUID(),
        startedAt: given.startedAt ?? now().toISOString(),
        answers: given.answers,
        accessCode: given.accessCode,
        errors: errors ?? [],
        again: why,
      },
      pageOf(c),
    );
    return answerPage(c, text, errors === undefined ? 200 : status);
  }

  function notice(
    c: Ctx,
    kind: NoticeKind,
    status: 403 | 409,
    about: { survey?: Survey; form: FormQuestionnaire; period?: Survey },
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
