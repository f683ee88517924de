import {
  asWritten,
  compare,
  divide,
  exact,
  HUNDRED,
  multiply,
  sum,
} from '../../../survey-definitions/fraction.ts';
import type { KnownShares, Plan, Quota } from '../../../survey-definitions/survey.ts';
import { foldNumber } from '../../../survey-definitions/typed-text.ts';
import type { Faults } from '../parts/form-faults.ts';
import { countOf, textOf } from '../parts/form-values.ts';

/** Name of the hidden field that says which items and options the fields are of, as JSON. */
export const OF_QUESTIONNAIRE = 'quotasOf';

interface ItemNames {
  id: string;
  options: readonly string[];
}

/** Name of a field of an item, or of one of its options; no id has a full stop. */
export const quotaField = (
  what: 'quota' | 'share' | 'ends' | 'source',
  item: string,
  option?: string,
): string => [what, item, ...(option === undefined ? [] : [option])].join('.');

const itemsIn = (form: FormData): ItemNames[] =>
  JSON.parse(String(form.get(OF_QUESTIONNAIRE) ?? '[]'));

/** Whether the form asks for quotas at all: one without leaves those of the plan as they are. */
export const asksForQuotas = (form: FormData): boolean => form.has(OF_QUESTIONNAIRE);

/** A share as it is typed, in percent: 0.523 is 52.3; '' for none. */
export function percentOf(share: number | string | undefined): string {
  return share === undefined ? '' : asWritten(multiply(exact(share), HUNDRED));
}

const PERCENT = /^\d{1,9}(\.\d{1,9})?$|^\d{1,9}\/[1-9]\d{0,8}$/;

/** What was typed in percent; undefined where it is blank or no number. */
function percentIn(form: FormData, item: string, option: string) {
  const text = foldNumber(textOf(form, quotaField('share', item, option)));
  return PERCENT.test(text) ? exact(text) : undefined;
}

/** The shares of an item as they add up, in percent; undefined where none is given. */
export function sumOfShares(
  form: FormData,
  item: { id: string; options: readonly { id: string }[] },
): string | undefined {
  const given = item.options.flatMap(({ id }) => percentIn(form, item.id, id) ?? []);
  return given.length === 0 ? undefined : asWritten(sum(given));
}

/** Quotas and known shares as the API takes them; what is blank is left out. */
export function readQuotas(form: FormData): Pick<Plan, 'quotas' | 'shares'> {
  const items = itemsIn(form);
  const quotas = items.flatMap(({ id: item, options }): Quota[] => {
    const wanted = options.flatMap((id) => {
      const n = countOf(form, quotaField('quota', item, id));
      return n === undefined ? [] : [{ id, n }];
    });
    if (wanted.length === 0) return [];
    const ends = textOf(form, quotaField('ends', item)) !== '';
    return [{ item, options: wanted, ...(ends && { endsWhenFull: true }) }];
  });
  const shares = items.flatMap(({ id: item, options }): KnownShares[] => {
    const known = options.flatMap((id) => {
      const percent = percentIn(form, item, id);
      return percent === undefined ? [] : [{ id, share: asWritten(divide(percent, HUNDRED)) }];
    });
    if (known.length === 0) return [];
    const source = textOf(form, quotaField('source', item));
    return [{ item, options: known, ...(source && { source }) }];
  });
  return { ...(quotas.length > 0 && { quotas }), ...(shares.length > 0 && { shares }) };
}

/** Shares that are given close to 100 %: said beside the first of them. */
export function faultsInQuotas(form: FormData, words: { notHundred(sum: string): string }): Faults {
  const faults: Faults = {};
  for (const { id, options } of itemsIn(form)) {
    const given = options.filter((option) => percentIn(form, id, option) !== undefined);
    const [first] = given;
    if (first === undefined) continue;
    const total = sum(given.flatMap((option) => percentIn(form, id, option) ?? []));
    if (compare(total, HUNDRED) !== 0)
      faults[quotaField('share', id, first)] = words.notHundred(asWritten(total));
  }
  return faults;
}
