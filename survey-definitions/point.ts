import { z } from 'zod';
import { LONGEST_NAME, MOST_PLANNED, MOST_POINTS } from './survey.ts';
import { filledText } from './text.ts';

/** Stands in a link, `?p=north-hall`: what a phone's keyboard writes, and a poster's reader spells. */
export const PointId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens')
  .describe('Stable id: lower-case letters, digits and hyphens');

/** A collection point (调查点) as a survey is planned with it. */
export const PlannedPoint = z.strictObject({
  id: PointId,
  name: filledText(LONGEST_NAME),
  plan: z.int().min(0).max(MOST_PLANNED).optional().describe('计划发放数 at this point'),
});

export const PlannedPoints = z.array(PlannedPoint).max(MOST_POINTS);
