import { exact } from '../survey-definitions/fraction.ts';
import { display } from './rounding.ts';

/** An estimate as it is shown, rounded as everything else: from the float's own shortest decimals. */
export const displayEstimate = (value: number, decimals = 2): string =>
  display(exact(String(value)), decimals);
