import { z } from '@hono/zod-openapi';
import { Quotas, SampleSizeSchema, Shares } from '../../survey-definitions/plan.ts';
import { CHANNELS, DISPOSITIONS } from '../../survey-definitions/response.ts';
import type { Language } from '../../survey-definitions/text.ts';

/** Shapes that several answers are made of. Times are ISO 8601 UTC. */

/** Whom something is presented to, and when: in which language, and what links are made of (no slash at the end). */
export interface PresentedTo {
  language: Language;
  baseUrl: string;
  now: Date;
}

export const Calculated = z
  .object({ value: z.number(), display: z.string() })
  .openapi('Calculated', { description: 'A calculated number; null where its base is empty' });
/** Not `nullable()`, which would describe a number that is null as one that cannot be. */
export const CalculatedOrNull = z.union([Calculated, z.null()]);

export const DefinitionRef = z.object({ id: z.string(), version: z.int() });
export const TitledRef = DefinitionRef.extend({ title: z.string() });

/** A survey that a number rests on; `weight` as it was stated, null where nothing is weighted. */
export const WeightedSurvey = z.object({ code: z.string(), weight: z.string().nullable() });

export const Channel = z.enum(CHANNELS);
export const Disposition = z.enum(DISPOSITIONS);

export const Received = z.object({
  received: z.int(),
  valid: z.int(),
  invalid: z.int(),
  ineligible: z.int().describe('Screened out; in no base'),
  onHold: z.int().describe('待核实: set aside until judged; in no base'),
  flagged: z.int(),
});

export const Plan = z.object({
  total: z.int(),
  byChannel: z.object({ online: z.int().optional(), paper: z.int().optional() }).optional(),
  quotas: Quotas.optional(),
  shares: Shares.optional(),
  sampleSize: SampleSizeSchema.optional(),
});
