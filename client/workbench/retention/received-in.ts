import type { Evaluation } from '../api/evaluations.ts';

/** How many responses an evaluation has, of all its surveys. */
export const receivedIn = ({ surveys }: Evaluation): number =>
  surveys.reduce((sum, { received }) => sum + received, 0);
