import { FORM_STEPS } from '../../survey-definitions/form-step.ts';
import { createSigner, type Sign } from '../accounts/signing-key.ts';
import type { Deps } from '../context.ts';
import { createRateLimit, LIMIT, NETWORKS, type RateLimit } from './rate-limit.ts';

/** What stands between a survey and those who would fill it by the thousand; of one process. */
export interface Protection {
  sign: Sign;
  rate: RateLimit;
  /** Of what the pages count on the way to a response. */
  stepRate: RateLimit;
}

/** What the respondents' routes work with. */
export type RespondentDeps = Deps & { protection: Protection };

export function createProtection({ store, elapsed }: Pick<Deps, 'store' | 'elapsed'>): Protection {
  return {
    sign: createSigner(store),
    rate: createRateLimit(elapsed),
    stepRate: createRateLimit(elapsed, NETWORKS, FORM_STEPS.length * LIMIT),
  };
}
