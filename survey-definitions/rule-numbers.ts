import type { PlacedNumber } from './definition-size.ts';
import { Exact } from './exact.ts';
import type { Steps } from './fault.ts';

/** What stands in rules and in scorers' inputs and is no number, though it may look like one. */
const TEXTS = new Set(['id', 'label', 'option', 'item', 'unit', 'reason', 'reasons', 'case']);

/** Every exact number of a rule, or of what a scorer enters for one, whatever its kind. */
export function* ruleNumbers(value: unknown, steps: Steps): Generator<PlacedNumber> {
  if (typeof value === 'object' && value !== null) {
    const entries: Iterable<[PropertyKey, unknown]> = Array.isArray(value)
      ? value.entries()
      : Object.entries(value);
    for (const [key, part] of entries)
      if (!TEXTS.has(String(key)) || steps.at(-1) === 'credit')
        yield* ruleNumbers(part, [...steps, key]);
    return;
  }
  // Most of what stands there is words, which the schema would only refuse at length.
  if (typeof value === 'string' && !/^[-\d]/.test(value)) return;
  const number = Exact.safeParse(value);
  if (number.success) yield { steps, value: number.data };
}
