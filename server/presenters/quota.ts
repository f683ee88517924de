import { quotaFill, shareDistances } from '../../analysis/quota-fill.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { ProgressNow } from '../live/read-progress.ts';
import { presentNumber, presentNumberOrNull } from './calculated.ts';

type Counted = Pick<ProgressNow, 'survey' | 'evaluation' | 'questionnaire' | 'counts'>;

/** How far the quotas of a survey's plan are filled. */
export function presentQuotas(now: Counted, language: Language) {
  const labels = labelsOf(now, language);
  return (now.survey.plan.quotas ?? []).map((quota) => ({
    item: quota.item,
    label: labels.item(quota.item),
    endsWhenFull: quota.endsWhenFull === true,
    options: quotaFill(quota, now.counts).map(({ id, wanted, valid, missing, over }) => ({
      id,
      label: labels.option(quota.item, id),
      wanted,
      valid,
      missing,
      over,
    })),
  }));
}

/** How far the valid responses of a survey are from what is known of the population. */
export function presentShares(now: Counted, language: Language) {
  const labels = labelsOf(now, language);
  return (now.survey.plan.shares ?? []).map((known) => {
    const { base, options } = shareDistances(known, now.counts);
    return {
      item: known.item,
      label: labels.item(known.item),
      source: known.source ?? null,
      base,
      options: options.map(({ id, share, valid, percent, distance }) => ({
        id,
        label: labels.option(known.item, id),
        share: presentNumber(share, 2),
        valid,
        percent: presentNumberOrNull(percent, 2),
        distance: presentNumberOrNull(distance, 2),
      })),
    };
  });
}

/** What items and options of the survey's questionnaire are called. */
export function labelsOf(
  { evaluation, questionnaire }: Pick<Counted, 'evaluation' | 'questionnaire'>,
  language: Language,
) {
  const say = textFor(evaluation, language);
  const find = (id: string) => itemsOf(questionnaire).find((item) => item.id === id);
  return {
    item: (id: string) => {
      const item = find(id);
      return item === undefined ? id : say(item.topic ?? item.text);
    },
    option: (item: string, id: string) => {
      const found = find(item);
      const option = found && optionsOf(questionnaire, found).find((each) => each.id === id);
      return option === undefined ? id : say(option.label);
    },
  };
}
