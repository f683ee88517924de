import { duplicates, type Finding, finding, type Steps } from '../../survey-definitions/fault.ts';
import { asWritten, compare, exact, ONE, sum, ZERO } from '../../survey-definitions/fraction.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { KnownShares, Plan, Quota } from '../../survey-definitions/survey.ts';

/** One of the items that a plan says something of, with where it stands. */
type Named = Pick<Quota | KnownShares, 'item'> & { options: readonly { id: string }[] };

/**
 * What of a plan's quotas and known shares cannot be true of the questionnaire. Their numbers may be more or fewer than are
 * planned in all: more responses may come back than were planned, and a kind may be left without a quota.
 */
export function quotaFindings(
  { quotas = [], shares = [] }: Plan,
  questionnaire: Questionnaire,
): Finding[] {
  return [
    ...onceEach(quotas, ['plan', 'quotas']),
    ...quotas.flatMap((quota, index) =>
      namedFindings(quota, questionnaire, ['plan', 'quotas', index]),
    ),
    ...quotas.flatMap((quota, index) =>
      neverFilled(quota, questionnaire, ['plan', 'quotas', index]),
    ),
    ...onceEach(shares, ['plan', 'shares']),
    ...shares.flatMap((known, index) => [
      ...namedFindings(known, questionnaire, ['plan', 'shares', index]),
      ...shareFindings(known, ['plan', 'shares', index]),
    ]),
  ];
}

const onceEach = (all: readonly Named[], at: Steps): Finding[] =>
  duplicates(all.map(({ item }, index) => ({ id: item, steps: [...at, index, 'item'] })));

/** The item is a single choice of the questionnaire, and the options are its own, none of them twice. */
function namedFindings(named: Named, questionnaire: Questionnaire, at: Steps): Finding[] {
  const item = itemsOf(questionnaire).find(({ id }) => id === named.item);
  if (item === undefined)
    return [
      finding(
        [...at, 'item'],
        'unknown-item',
        `问卷里没有题目“${named.item}”`,
        `the questionnaire has no item “${named.item}”`,
      ),
    ];
  if (item.type !== 'single')
    return [
      finding(
        [...at, 'item'],
        'not-single-choice',
        `题目“${named.item}”不是单选题：只有单选题把每份答卷归到一类，配额和总体比例才算得清`,
        `the item “${named.item}” is not a single choice: only that puts each response into one kind`,
      ),
    ];
  const known = new Set(optionsOf(questionnaire, item).map(({ id }) => id));
  const place = (index: number) => [...at, 'options', index, 'id'];
  return [
    ...duplicates(named.options.map(({ id }, index) => ({ id, steps: place(index) }))),
    ...named.options.flatMap(({ id }, index) =>
      known.has(id)
        ? []
        : [
            finding(
              place(index),
              'unknown-option',
              `题目“${named.item}”没有选项“${id}”`,
              `the item “${named.item}” has no option “${id}”`,
            ),
          ],
    ),
  ];
}

/** Who chooses an option that ends the questionnaire is ineligible: no valid response can ever fill its quota. */
function neverFilled(quota: Quota, questionnaire: Questionnaire, at: Steps): Finding[] {
  const item = itemsOf(questionnaire).find(({ id }) => id === quota.item);
  if (item?.type !== 'single') return [];
  return quota.options.flatMap(({ id }, index) =>
    item.options.some((option) => option.id === id && option.endsHere)
      ? [
          finding(
            [...at, 'options', index, 'id'],
            'never-filled',
            `选项“${id}”表示不符合调查条件，选它的答卷不算有效，配额永远不会满`,
            `the option “${id}” says that somebody does not belong to the group: no valid response can fill its quota`,
          ),
        ]
      : [],
  );
}

function shareFindings({ options }: KnownShares, at: Steps): Finding[] {
  const below = options.flatMap(({ share }, index) =>
    compare(exact(share), ZERO) < 0
      ? [
          finding(
            [...at, 'options', index, 'share'],
            'below-zero',
            '总体比例不能小于 0',
            'a share of the population is not below 0',
          ),
        ]
      : [],
  );
  const total = sum(options.map(({ share }) => exact(share)));
  if (below.length > 0 || compare(total, ONE) === 0) return below;
  return [
    finding(
      [...at, 'options'],
      'shares-not-one',
      `各选项的总体比例合计 ${asWritten(total)}，不是 1`,
      `the shares of the population add up to ${asWritten(total)}, not 1`,
    ),
  ];
}
