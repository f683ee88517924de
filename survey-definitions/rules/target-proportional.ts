import { z } from 'zod';
import { Exact } from '../exact.ts';
import { ActualValue, from } from './actual-value.ts';
import { above0 } from './limits.ts';
import { ruleKind } from './rule-kind.ts';

/** Full at the target, else value % × weight, or value / target × weight. Inputs `{ value }` in percent. */
export const targetProportional = ruleKind({
  schema: z.strictObject({
    kind: z.literal('target-proportional'),
    target: Exact,
    below: z.enum(['value', 'value-over-target']),
    from,
  }),
  inputs: ActualValue,
  numbers: { value: 'one' },
  faults: (rule, _weight, at) => above0(rule.target, [...at, 'target'], '目标值', 'a target'),
});
