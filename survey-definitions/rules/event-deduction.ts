import { z } from 'zod';
import { Text } from '../text.ts';
import { above0, inputIds, labels, notAboveWeight } from './limits.ts';
import { EnteredCount, Points } from './numbers.ts';
import { ruleKind } from './rule-kind.ts';

/** Points off per event, not below 0. Inputs `{ events }`, a whole number. */
export const eventDeduction = ruleKind({
  schema: z.strictObject({
    kind: z.literal('event-deduction'),
    pointsPerEvent: Points,
    events: z.array(z.strictObject({ id: z.string().min(1), label: Text })).optional(),
  }),
  inputs: z.strictObject({ events: EnteredCount }),
  numbers: { events: 'one' },
  faults({ pointsPerEvent, events }, weight, at) {
    const off = [...at, 'pointsPerEvent'];
    return [
      ...above0(pointsPerEvent, off, '扣分', 'a deduction'),
      ...notAboveWeight(pointsPerEvent, weight, off),
      ...inputIds({ events }, at),
    ];
  },
  texts: ({ events }) => labels('events', events),
});
