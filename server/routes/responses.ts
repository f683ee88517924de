import { createRoute, z } from '@hono/zod-openapi';
import { foundSurvey } from '../evaluations/load.ts';
import type { RespondentDeps } from '../fieldwork/protection.ts';
import { responseId } from '../fieldwork/response-identity.ts';
import { type Taken, takeResponse } from '../fieldwork/take-response.ts';
import { credentialsOf, markDevice } from '../http/credentials.ts';
import { sayAnswerError, sayFault } from '../http/fault-words.ts';
import { languageOf } from '../http/language.ts';
import { newRouter, shapeFaults, unknownAt } from '../http/router.ts';
import { json, jsonRequest, otherwise, SurveyCode, Time } from '../http/shapes.ts';
import { Problem } from '../problem.ts';

const Sent = z.strictObject({
  // Of which kind each answer must be, only the questionnaire knows; it names every fault by its item.
  answers: z.record(z.string(), z.unknown()).openapi({
    type: 'object',
    description: 'Item id -> option id, several option ids, or text',
    additionalProperties: {
      anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    },
  }),
  startedAt: Time.optional().describe('When the form was opened'),
  accessCode: z.string().max(200).optional().describe('Where the survey is answered by code'),
  proof: z.string().max(4096).optional().describe('Where it asks for one: an ALTCHA payload'),
});
const TakenShown = z.object({ id: z.string(), receipt: z.string().describe('e.g. 7K3F-29QD') });

const put = createRoute({
  method: 'put',
  path: '/api/surveys/{code}/responses/{id}',
  security: [],
  summary: 'Hand in a response; the same again is accepted and changes nothing',
  request: {
    params: SurveyCode.extend({ id: z.string().describe('UUID made by the respondent’s device') }),
    body: jsonRequest(Sent),
  },
  responses: {
    200: json(TakenShown, 'The same was received before'),
    201: json(TakenShown, 'Received and stored'),
    ...otherwise(403, 404, 409, 413, 415, 422, 429, 503),
  },
});

export function responseRoutes(deps: RespondentDeps) {
  return newRouter().openapi(
    put,
    async (c) => {
      const { code, id: given } = c.req.valid('param');
      const language = languageOf(c);
      const id = responseId(given);
      if (id === undefined) {
        const message = sayFault('invalid-id', language);
        throw new Problem('response-not-acceptable', {
          errors: [{ item: '', code: 'invalid-id', message }],
        });
      }
      const survey = await foundSurvey(deps.store.read, code);
      const { accessCode, proof, ...sent } = c.req.valid('json');
      const credentials = await credentialsOf(c, deps, survey, { accessCode, proof });
      const taken = await takeResponse(deps, survey, id, sent, credentials);
      if (taken.kind === 'new' || taken.kind === 'again') await markDevice(c, deps, survey);
      switch (taken.kind) {
        case 'new':
          return c.json({ id, receipt: taken.receipt }, 201);
        case 'again':
          return c.json({ id, receipt: taken.receipt }, 200);
        case 'conflict':
          throw new Problem('response-exists');
        case 'not-open':
          throw new Problem('survey-not-open', { state: taken.state });
        case 'refused':
          throw refused(taken);
        case 'faulty':
          throw new Problem('response-not-acceptable', {
            errors: taken.errors.map((error) => sayAnswerError(error, language)),
          });
      }
    },
    (result, c) => {
      if (result.success) return undefined;
      if (result.target === 'param') throw unknownAt(c);
      const errors = shapeFaults(result, c).map((fault) => ({ item: '', ...fault }));
      throw new Problem('response-not-acceptable', { errors });
    },
  );
}

function refused({ refusal, retryAfter }: Extract<Taken, { kind: 'refused' }>): Problem {
  return new Problem(refusal, {
    ...(retryAfter !== undefined && { headers: { 'Retry-After': String(retryAfter) } }),
  });
}
