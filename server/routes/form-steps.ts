import { z } from '@hono/zod-openapi';
import { FORM_STEPS, type FormStep } from '../../survey-definitions/form-step.ts';
import { publicSurvey } from '../evaluations/load.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import type { RespondentDeps } from '../fieldwork/protection.ts';
import { jsonOf } from '../http/body-policy.ts';
import { clientNetwork } from '../http/client-address.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { problems, SurveyCode } from '../http/schemas.ts';
import { Problem } from '../problem.ts';

/** Nothing is read of a body; so much is borne, since some client may send one all the same. */
const NOTHING = 64;

const count = route({
  method: 'post',
  path: '/api/surveys/{code}/steps/{step}',
  access: 'public',
  operationId: 'countFormStep',
  body: jsonOf(NOTHING),
  origin: 'respondent',
  summary: 'One more device got to this step of the form: a number, and nobody’s',
  request: {
    params: SurveyCode.extend({
      // Any text: a step that there is not is an address that there is not.
      step: z.string().openapi({ description: 'How far it got', enum: [...FORM_STEPS] }),
    }),
  },
  responses: {
    204: { description: 'Heard; counted where the survey is open' },
    ...problems(403, 404),
  },
});

/** The beacon of the respondents' page. No cookie is read or set, and nothing of whoever sends it is kept. */
export function formStepRoutes({ store, config, now, protection, steps }: RespondentDeps) {
  return newRouter().openapi(count, async (c) => {
    const { code, step } = c.req.valid('param');
    if (!isStep(step)) throw new Problem('not-found');
    const survey = await publicSurvey(store.read, code);
    const isCounted = survey.provenance === 'collected' && surveyState(survey, now()) === 'open';
    // Whoever would make the numbers worthless is told nothing of it.
    if (isCounted && mayCount(clientNetwork(c, config))) steps.count(survey.code, step);
    return c.body(null, 204);
  });

  function mayCount(network: string | undefined): boolean {
    return network === undefined || protection.stepRate.take(network) === undefined;
  }
}

const isStep = (text: string): text is FormStep => FORM_STEPS.some((step) => step === text);
