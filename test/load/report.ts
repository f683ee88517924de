import type { Store } from '../../server/store/store.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';

/** What every part of the benchmark is given: a store of its own run with the public questionnaire in it, and no survey. */
export interface Bench {
  store: Store;
  /** Where that store is, for servers that are processes of their own. */
  dataDir: string;
  questionnaire: Questionnaire;
}

export const say = (line: string) => console.log(line);
export const whole = (value: number) => Math.round(value).toLocaleString('en');
export const met = (yes: boolean) => (yes ? 'met' : 'NOT met');
