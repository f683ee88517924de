import { z } from 'zod';

/**
 * A number kept exactly: a JSON number stands for the decimal it is written as (0.05 is 5/100),
 * and a string for a fraction or a decimal that must not pass through a float ("1/3", "89.996").
 */
export const Exact = writtenAs(/^-?\d+(\.\d+)?$|^\d+\/[1-9]\d*$/, 40);
export type Exact = z.infer<typeof Exact>;

/** The same of what may have been computed: a fraction below 0 too, and of longer numbers than anybody types. */
export const ComputedExact = writtenAs(/^-?\d+(\.\d+)?$|^-?\d+\/[1-9]\d*$/, 100);

function writtenAs(pattern: RegExp, longest: number) {
  return z
    .union([
      z.number(),
      z
        .string()
        // Aborting, so that what looks further at the number may rely on its form.
        .max(longest, { abort: true })
        .regex(pattern, {
          error: 'a decimal such as "89.34" or a fraction such as "1/3"',
          abort: true,
        }),
    ])
    .describe('An exact number: 0.05, "89.996" or "1/3"');
}
