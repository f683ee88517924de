import {
  add,
  asWritten,
  compare,
  exact,
  type Fraction,
  ONE,
  ZERO,
} from '../../../survey-definitions/fraction.ts';
import type { CombineWay } from '../../../survey-definitions/survey.ts';
import type { Faults } from '../parts/form-faults.ts';
import { textOf } from '../parts/form-values.ts';

/** Several surveys that are to make one number, as the API takes them. */
export interface Combination {
  combine: CombineWay;
  surveys: { code: string; weight?: string }[];
}

export const HOW = 'how';
export const POOLED = 'pooled';
export const weightField = (code: string) => `weight ${code}`;

/** What the form says, of the surveys that it offers: those with a weight, or those that are ticked. */
export function readCombination(form: FormData, codes: readonly string[]): Combination {
  if (form.get(HOW) === 'pooled') {
    const ticked = new Set(form.getAll(POOLED).map(String));
    return {
      combine: 'pooled',
      surveys: codes.filter((code) => ticked.has(code)).map((code) => ({ code })),
    };
  }
  return {
    combine: 'weighted',
    surveys: codes.flatMap((code) => {
      const weight = textOf(form, weightField(code));
      return weight === '' ? [] : [{ code, weight }];
    }),
  };
}

/** What is wrong with it that the fields do not say of themselves, by field. */
export function faultsInCombination(
  { combine, surveys }: Combination,
  codes: readonly string[],
  words: { twoAtLeast: string; aboveZero: string; notOne(sum: string): string },
): Faults {
  if (combine === 'pooled') return surveys.length < 2 ? { [POOLED]: words.twoAtLeast } : {};
  const blank = codes.find((code) => surveys.every((survey) => survey.code !== code));
  if (surveys.length < 2) return { [weightField(blank ?? '')]: words.twoAtLeast };
  const faults: Faults = {};
  let sum: Fraction | undefined = ZERO;
  for (const { code, weight = '' } of surveys) {
    const read = readWeight(weight);
    if (read !== undefined && compare(read, ZERO) <= 0) faults[weightField(code)] = words.aboveZero;
    sum = sum && read && add(sum, read);
  }
  const last = surveys.at(-1)?.code ?? '';
  if (sum !== undefined && compare(sum, ONE) !== 0 && Object.keys(faults).length === 0)
    faults[weightField(last)] = words.notOne(asWritten(sum));
  return faults;
}

/** undefined where it is no number: the field says so itself. */
function readWeight(weight: string): Fraction | undefined {
  try {
    return exact(weight);
  } catch {
    return undefined;
  }
}

/** Where the server finds the weight of a survey: in the place it has among those that were sent. */
export function pathInCombination(group: string, sent: Combination | undefined) {
  return (name: string): string => {
    const at = `$.feeds['${group}']`;
    const place = sent?.surveys.findIndex(({ code }) => weightField(code) === name) ?? -1;
    if (place >= 0) return `${at}.surveys[${place}].weight`;
    return name === POOLED ? `${at}.surveys` : `$.${name}`;
  };
}

/**
 * About what the composite would be, and of how many, for saying so before it is chosen; null where it is not the sum of the
 * surveys' own numbers, or one has none.
 */
export function aboutComposite(
  { combine, surveys }: Combination,
  known: readonly {
    code: string;
    composite: { value: number } | null;
    compositeBase: number | null;
  }[],
): { value: number; base: number } | null {
  if (combine !== 'weighted') return null;
  let [value, base] = [0, 0];
  for (const { code, weight } of surveys) {
    const survey = known.find((one) => one.code === code);
    const [n = 0, d = 1] = (weight ?? '').split('/').map(Number);
    if (!survey?.composite) return null;
    value += (n / d) * survey.composite.value;
    base += survey.compositeBase ?? 0;
  }
  return { value, base };
}
