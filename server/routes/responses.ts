import { z } from '@hono/zod-openapi';
import { PointId } from '../../survey-definitions/point.ts';
import { publicSurvey } from '../evaluations/load.ts';
import { credentialsOf } from '../fieldwork/credentials.ts';
import { deviceMark, marksDevices } from '../fieldwork/device-mark.ts';
import type { RespondentDeps } from '../fieldwork/protection.ts';
import { responseId } from '../fieldwork/response-identity.ts';
import { type Taken, takeResponse } from '../fieldwork/take-response.ts';
import { jsonOf, RESPONDENT_LIMIT } from '../http/body-policy.ts';
import { clientNetwork } from '../http/client-address.ts';
import { readDeviceMark, setDeviceMark } from '../http/device-mark.ts';
import { sayAnswerError, sayFault } from '../http/fault-words.ts';
import { languageOf } from '../http/language.ts';
import { route } from '../http/route.ts';
import { newRouter, shapeFaults, unknownAt } from '../http/router.ts';
import { json, jsonRequest, problems, SurveyCode, Time } from '../http/schemas.ts';
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
  point: PointId.optional().describe('The collection point whose link was opened'),
  endedBy: z
    .string()
    .max(100)
    .optional()
    .describe('The item at which the page ended the questionnaire: its option’s quota was full'),
  accessCode: z.string().max(200).optional().describe('Where the survey is answered by code'),
  proof: z.string().max(4096).optional().describe('Where it asks for one: an ALTCHA payload'),
});
const ReceiptSchema = z.object({ id: z.string(), receipt: z.string().describe('e.g. 7K3F-29QD') });

const put = route({
  method: 'put',
  path: '/api/surveys/{code}/responses/{id}',
  access: 'public',
  operationId: 'submitResponse',
  body: jsonOf(RESPONDENT_LIMIT),
  origin: 'respondent',
  summary: 'Hand in a response; the same again is accepted and changes nothing',
  request: {
    params: SurveyCode.extend({ id: z.string().describe('UUID made by the respondent’s device') }),
    body: jsonRequest(Sent),
  },
  responses: {
    200: json(ReceiptSchema, 'The same was received before'),
    201: json(ReceiptSchema, 'Received and stored'),
    ...problems(403, 404, 409, 413, 415, 422, 429, 503),
  },
});

export function responseRoutes(deps: RespondentDeps) {
  const { store, config, protection } = deps;
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
      const survey = await publicSurvey(store.read, code);
      const { accessCode, proof, ...sent } = c.req.valid('json');
      const credentials = await credentialsOf(protection, survey, {
        accessCode,
        proof,
        mark: readDeviceMark(c, survey.code),
        network: clientNetwork(c, config),
      });
      const taken = await takeResponse(deps, survey, id, sent, credentials);
      if ((taken.kind === 'new' || taken.kind === 'again') && marksDevices(survey)) {
        setDeviceMark(c, config, survey.code, await deviceMark(protection.sign, survey.code));
      }
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
        case 'unknown-point': {
          const message = sayFault('unknown-point', language);
          throw new Problem('response-not-acceptable', {
            errors: [{ item: '', code: 'unknown-point', message }],
          });
        }
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
