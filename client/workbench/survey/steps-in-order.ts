import type { FormStep } from '../../../survey-definitions/form-step.ts';

export interface StepReached {
  step: FormStep;
  /** Devices that got there. */
  n: number;
  /** Those of the step before; undefined of the first. */
  before: number | undefined;
  /** Those that got there and no further; undefined of the last, and where the next step was counted more often. */
  stopped: number | undefined;
}

/** The steps of a form, each beside the one before it and what was lost after it. A page may fail to report one and report the next. */
export function stepsInOrder(steps: readonly { step: FormStep; n: number }[]): StepReached[] {
  return steps.map(({ step, n }, index) => {
    const next = steps[index + 1]?.n;
    return {
      step,
      n,
      before: steps[index - 1]?.n,
      stopped: next === undefined || next > n ? undefined : n - next,
    };
  });
}
