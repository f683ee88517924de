import { z } from 'zod';
import { Exact } from '../exact.ts';
import { finding } from '../fault.ts';
import { compare, exact } from '../fraction.ts';
import { ActualValue, from } from './actual-value.ts';
import { above0, notAboveWeight, share } from './limits.ts';
import { Points, Share } from './numbers.ts';
import { ruleKind } from './rule-kind.ts';

/** Full at the target, then a deduction per step beyond it. Inputs `{ value }`, usually in percent. */
export const stepDeduction = ruleKind({
  schema: z.strictObject({
    kind: z.literal('step-deduction'),
    target: Exact,
    side: z
      .enum(['upper', 'lower'])
      .describe('upper: above the target costs; lower: below it costs'),
    step: Exact.describe('Length of a step, in the value’s unit (percentage points)'),
    deduct: z.union([z.strictObject({ share: Share }), z.strictObject({ points: Points })]),
    partialStep: z
      .enum(['proportional', 'half-up', 'up', 'down'])
      .describe('How many steps a part of a step counts as'),
    zeroAt: Exact.optional().describe('At this value, and beyond it, the score is 0'),
    from,
  }),
  inputs: ActualValue,
  numbers: { value: 'one' },
  faults({ target, step, deduct, zeroAt, side }, weight, at) {
    const off = [...at, 'deduct', 'share' in deduct ? 'share' : 'points'];
    const found = [
      ...above0(step, [...at, 'step'], '步长', 'a step'),
      ...above0('share' in deduct ? deduct.share : deduct.points, off, '扣分', 'a deduction'),
      ...('share' in deduct
        ? share(deduct.share, off, false)
        : notAboveWeight(deduct.points, weight, off)),
    ];
    if (zeroAt === undefined) return found;
    const beyond = compare(exact(zeroAt), exact(target));
    if (side === 'upper' ? beyond > 0 : beyond < 0) return found;
    return [
      ...found,
      finding(
        [...at, 'zeroAt'],
        'zero-within-target',
        `得 0 分的数值须${side === 'upper' ? '高于' : '低于'}目标值 ${target}`,
        `the value that scores 0 lies ${side === 'upper' ? 'above' : 'below'} the target ${target}`,
      ),
    ];
  },
});
