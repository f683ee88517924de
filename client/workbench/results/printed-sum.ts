import { asWritten, exact, sum } from '../../../survey-definitions/fraction.ts';

/** What decimals come to as they are printed, such as 101 for 71, 24 and 6. */
export function printedSum(decimals: readonly string[]): string {
  return asWritten(sum(decimals.map(exact)));
}
