import { z } from '@hono/zod-openapi';
import { durationOf } from '../../survey-definitions/duration.ts';
import type { Judgement } from '../store/judgements.ts';
import type { StoredResponse } from '../store/responses.ts';
import { JudgementSchema, presentJudgement } from './judgement.ts';
import { Channel, Disposition } from './schemas.ts';

const Finding = z.object({
  code: z.string(),
  item: z.string().optional(),
  section: z.string().optional(),
});

const Answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const ListedResponseSchema = z
  .object({
    id: z.string(),
    receipt: z.string().describe('Receipt number: 7K3F-29QD; two of a survey may have the same'),
    serial: z.string().nullable().describe('Number on a paper questionnaire; null for none'),
    channel: Channel,
    point: z.string().nullable().describe('Id of the collection point; null for none'),
    receivedAt: z.string(),
    startedAt: z.string().nullable(),
    durationSeconds: z.int().nullable().describe('null where nobody measured it'),
    disposition: Disposition,
    ruled: Disposition.nullable().describe(
      'What the rules had decided; null where nobody has overruled them',
    ),
    judgement: JudgementSchema.nullable().describe(
      'The last decision about it, also one that took another back',
    ),
    reasons: z.array(Finding.extend({ rule: z.string().optional() })),
    flags: z.array(Finding.extend({ seconds: z.number().optional() })),
    answers: Answers.optional().describe('Left out with `answers=none`'),
  })
  .openapi('ListedResponse');

export const ResponseSchema = ListedResponseSchema.extend({
  answers: Answers,
  previous: z.string().nullable().describe('Id of the next newer one under the same filters'),
  next: z.string().nullable().describe('Id of the next older one under the same filters'),
  judgements: z.array(JudgementSchema).describe('Every decision about it, the oldest first'),
}).openapi('Response');

/** Id of the one before and of the one behind it in a list. */
export interface Neighbours {
  previous: string | null;
  next: string | null;
}

/** A response of a list; without its answers where only what is known about it was asked for. */
export function presentListed(
  response: StoredResponse,
  { withAnswers, judgement }: { withAnswers: boolean; judgement: Judgement | undefined },
): z.infer<typeof ListedResponseSchema> {
  return {
    id: response.id,
    receipt: response.receipt,
    serial: null,
    channel: response.channel,
    point: response.point,
    receivedAt: response.receivedAt,
    // One that was stored before times were kept in UTC has the offset it was sent with.
    startedAt: response.startedAt && new Date(response.startedAt).toISOString(),
    durationSeconds: durationOf(response.startedAt, new Date(response.receivedAt)),
    disposition: response.disposition,
    ruled: response.ruled,
    judgement: judgement === undefined ? null : presentJudgement(judgement),
    reasons: response.reasons.map(({ code, item, section, rule }) => ({
      code,
      item,
      section,
      rule,
    })),
    flags: response.flags.map(({ code, item, section, seconds }) => ({
      code,
      item,
      section,
      seconds,
    })),
    answers: withAnswers ? response.answers : undefined,
  };
}

/** A single response with its answers, for those who may see them. */
export function presentResponse(
  response: StoredResponse,
  judgements: readonly Judgement[],
  { previous, next }: Neighbours,
): z.infer<typeof ResponseSchema> {
  const listed = presentListed(response, { withAnswers: false, judgement: judgements.at(-1) });
  return {
    id: listed.id,
    receipt: listed.receipt,
    serial: listed.serial,
    channel: listed.channel,
    point: listed.point,
    receivedAt: listed.receivedAt,
    startedAt: listed.startedAt,
    durationSeconds: listed.durationSeconds,
    disposition: listed.disposition,
    ruled: listed.ruled,
    judgement: listed.judgement,
    reasons: listed.reasons,
    flags: listed.flags,
    answers: response.answers,
    previous,
    next,
    judgements: judgements.map(presentJudgement),
  };
}
