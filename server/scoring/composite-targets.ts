import { exact, type Fraction } from '../../survey-definitions/fraction.ts';
import { type IndicatorSystem, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import type { Feeding } from '../evaluations/feeding-surveys.ts';
import type { Survey } from '../store/surveys.ts';

/** An indicator that scores a group's composite against a number. */
export interface CompositeTarget {
  indicator: string;
  /** In percent. */
  target: Fraction;
}

/** The targets that a survey's composite is held to: none where it feeds nothing, or only together with others. */
export function compositeTargets(
  system: IndicatorSystem,
  feeding: ReadonlyMap<string, Feeding>,
  { code, respondentGroup }: Pick<Survey, 'code' | 'respondentGroup'>,
): CompositeTarget[] {
  const fed = feeding.get(respondentGroup);
  if (fed === undefined || fed.why !== undefined || fed.combine !== null) return [];
  if (!fed.surveys.some((survey) => survey.code === code)) return [];
  return indicatorsOf(system).flatMap(({ indicator }) => {
    const { rule } = indicator;
    const from = 'from' in rule ? rule.from : undefined;
    const isOfIt =
      from?.group === respondentGroup && 'quantity' in from && from.quantity === 'composite';
    return isOfIt && 'target' in rule
      ? [{ indicator: indicator.code, target: exact(rule.target) }]
      : [];
  });
}
