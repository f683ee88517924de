import { z } from '@hono/zod-openapi';
import { displayEstimate } from '../../analysis/estimate.ts';
import { NO_BOOTSTRAP, NO_UNCERTAINTY, settles } from '../../analysis/uncertainty.ts';
import type { SurveyUncertainty } from '../figures/uncertainty.ts';
import type { CompositeTarget } from '../scoring/composite-targets.ts';
import { type Calculated as CalculatedNumber, presentWeight } from './calculated.ts';
import { Calculated } from './schemas.ts';

export const UncertaintySchema = z.union([
  z
    .object({
      standardError: Calculated.describe('In percentage points'),
      low: Calculated.describe('95 % interval, within 0 to 100'),
      high: Calculated,
      degreesOfFreedom: z.int(),
      bootstrap: z
        .union([z.object({ low: Calculated, high: Calculated }), z.null()])
        .describe('A second opinion, from samples drawn anew'),
      noBootstrap: z.enum(NO_BOOTSTRAP).nullable().describe('Why there is none'),
      descriptive: z.boolean().describe('Of an opt-in sample: it describes who answered, no more'),
      settles: z
        .boolean()
        .nullable()
        .describe('Whether it tells of every target on which side it lies; null without a target'),
      targets: z.array(
        z.object({ indicator: z.string(), target: Calculated, settles: z.boolean() }),
      ),
    })
    .openapi('Uncertainty'),
  z.object({ none: z.enum(NO_UNCERTAINTY) }).openapi('NoUncertainty'),
]);

const estimate = (value: number): CalculatedNumber => ({ value, display: displayEstimate(value) });

/** How far a composite may be from that of the population, and whether that tells if targets were met. */
export function presentUncertainty(
  { of, descriptive }: SurveyUncertainty,
  targets: readonly CompositeTarget[],
): z.infer<typeof UncertaintySchema> {
  if ('none' in of) return { none: of.none };
  const held = targets.map(({ indicator, target }) => ({
    indicator,
    target: presentWeight(target),
    settles: settles(of, target),
  }));
  return {
    standardError: estimate(of.standardError),
    low: estimate(of.low),
    high: estimate(of.high),
    degreesOfFreedom: of.degreesOfFreedom,
    bootstrap: of.bootstrap && {
      low: estimate(of.bootstrap.low),
      high: estimate(of.bootstrap.high),
    },
    noBootstrap: of.noBootstrap,
    descriptive,
    settles: held.length === 0 ? null : held.every((each) => each.settles),
    targets: held,
  };
}
