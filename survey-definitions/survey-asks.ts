import type { Indicator, IndicatorSystem } from './indicator-system.ts';
import type { RespondentGroup } from './respondent-group.ts';
import type { ScoringRule } from './scoring-rule.ts';
import type { SurveyQuantity } from './survey-quantity.ts';

// Apart from the schema of an indicator system, so that a browser can read one without loading Zod.

/** What an indicator's rule is fed from: the group, which of its numbers, and of which item; undefined where no survey feeds it. */
export interface Ask {
  group: RespondentGroup;
  quantity: SurveyQuantity['quantity'];
  /** Null where the number is the whole group's. */
  item: string | null;
}

export function askOf(rule: ScoringRule): Ask | undefined {
  if (!('from' in rule) || rule.from === undefined) return undefined;
  const { from } = rule;
  return {
    group: from.group,
    // A rule that goes by shares names no quantity: it has only these.
    quantity: 'quantity' in from ? from.quantity : 'option-share',
    item: 'item' in from ? from.item : null,
  };
}

/** What an indicator system asks of surveys, each number once with the codes of the indicators it feeds, in printed order. */
export function asksOf(system: IndicatorSystem): (Ask & { indicators: string[] })[] {
  const asks = new Map<string, Ask & { indicators: string[] }>();
  for (const { code, rule } of allIndicators(system)) {
    const ask = askOf(rule);
    if (ask === undefined) continue;
    const key = [ask.group, ask.quantity, ask.item].join(' ');
    const known = asks.get(key) ?? { ...ask, indicators: [] };
    asks.set(key, known);
    known.indicators.push(code);
  }
  return [...asks.values()];
}

/** Every indicator in printed order. */
export function allIndicators({ level1 }: Pick<IndicatorSystem, 'level1'>): Indicator[] {
  return level1.flatMap(({ level2 }) => level2.flatMap(({ indicators }) => indicators));
}
