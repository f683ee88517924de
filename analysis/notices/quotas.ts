import type { QuotaFill } from '../quota-fill.ts';
import type { FieldworkFacts } from './facts.ts';
import type { Notice } from './notice.ts';

type OneQuota = FieldworkFacts['quotas'][number];

/** That more came than a quota wanted. */
export function overQuotaNotices({ quotas }: FieldworkFacts): Notice[] {
  return quotas.flatMap(({ quota: { item }, options }) =>
    options.filter(isOver).map(({ id, wanted, valid, over }) => ({
      id: `quota-over:${item}:${id}:${wanted}`,
      code: 'quota-over' as const,
      item,
      option: id,
      values: { n: over, wanted, valid },
    })),
  );
}

/** That a quota is full while more may come; of one with no option left to fill, once for all of them. */
export function fullQuotaNotices({ state, quotas }: FieldworkFacts): Notice[] {
  return state === 'open' ? quotas.flatMap(fullOnes) : [];
}

function fullOnes({ quota, options }: OneQuota): Notice[] {
  const { item } = quota;
  const full = options.filter(({ missing }) => missing === 0);
  const unsaid = full.filter((option) => !isOver(option));
  const ends = quota.endsWhenFull === true ? 1 : 0;
  if (unsaid.length > 0 && full.length === options.length && options.length > 1) {
    const wanted = options.reduce((sum, option) => sum + option.wanted, 0);
    const id = `quota-full:${item}:all:${wanted}`;
    return [{ id, code: 'quota-full', item, values: { wanted, options: options.length, ends } }];
  }
  return unsaid.map(({ id: option, wanted }) => ({
    // Filled again after it was raised is another matter.
    id: `quota-full:${item}:${option}:${wanted}`,
    code: 'quota-full' as const,
    item,
    option,
    values: { wanted, ends },
  }));
}

const isOver = ({ over }: QuotaFill): boolean => over > 0;
