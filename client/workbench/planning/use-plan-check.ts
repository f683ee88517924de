import { useWords } from '../language.tsx';
import type { Faults } from '../parts/form-faults.ts';
import { sharedWords } from '../parts/words.ts';
import { faultsInPlan } from './read-plan.ts';
import { planningWords } from './words.ts';

/** Says what is wrong with a plan that its fields do not say of themselves. */
export function usePlanCheck(): (form: FormData) => Faults {
  const words = useWords(planningWords);
  const shared = useWords(sharedWords);
  return (form) => faultsInPlan(form, { ...words, time: shared.faults.time });
}
