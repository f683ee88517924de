import { scoreSystem } from '../../analysis/scoring/score.ts';
import type { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import { ratedItems } from './current.ts';
import type { FedResults } from './figure.ts';

/** What is frozen of a group: its composite, every item, and whatever else its indicators ask for. */
export function quantitiesOf(fed: FedResults, system: IndicatorSystem): SurveyQuantity[] {
  const { group } = fed;
  const needs: SurveyQuantity[] = [
    { group, quantity: 'composite' },
    ...ratedItems(fed).map(
      (item): SurveyQuantity => ({ group, quantity: 'item-satisfaction', item }),
    ),
    ...needsAsked(system).filter((need) => need.group === group),
  ];
  return [...new Map(needs.map((need) => [keyOf(need), need])).values()];
}

/** Names a quantity of a group. */
export const keyOf = (need: {
  quantity: string;
  item?: string | null;
  option?: string | null;
}): string => JSON.stringify([need.quantity, need.item ?? null, need.option ?? null]);

/** Everything that the rules of a system ask surveys for: found by asking, so that no kind of rule is forgotten. */
function needsAsked(system: IndicatorSystem): SurveyQuantity[] {
  const asked: SurveyQuantity[] = [];
  scoreSystem(system, {}, (need) => {
    asked.push(need);
    return { survey: null, value: null, base: null };
  });
  return asked;
}
