import { z } from 'zod';
import { LONGEST_NAME, MOST_PLANNED, MOST_POINTS, POINT_ID } from './survey.ts';
import { filledText } from './text.ts';

export const PointId = z
  .string()
  .regex(POINT_ID, 'lower-case letters, digits and hyphens, at most 40')
  .describe('Stable id: lower-case letters, digits and hyphens');

/** A collection point (调查点) as a survey is planned with it. */
export const PlannedPoint = z.strictObject({
  id: PointId,
  name: filledText(LONGEST_NAME),
  plan: z.int().min(0).max(MOST_PLANNED).optional().describe('计划发放数 at this point'),
});

export const PlannedPoints = z.array(PlannedPoint).max(MOST_POINTS);
