import { z } from 'zod';
import { Id, Text } from '../text.ts';
import { alikeFindings, readAlone } from '../text-findings.ts';
import { fullWeight, inputIds, labels, points, unknownId } from './limits.ts';
import { Points } from './numbers.ts';
import { ruleKind } from './rule-kind.ts';

/** The case that applies gives the points. Inputs `{ case }`. */
export const category = ruleKind({
  schema: z.strictObject({
    kind: z.literal('category'),
    cases: z.array(z.strictObject({ id: Id, label: Text, points: Points })).min(2),
  }),
  inputs: z.strictObject({ case: z.string() }),
  numbers: {},
  faults: ({ cases }, weight, at) => [
    ...cases.flatMap((each, c) => points(each.points, weight, [...at, 'cases', c, 'points'])),
    ...inputIds({ cases }, at),
  ],
  clarity: ({ cases }, at) =>
    alikeFindings(
      cases.map(({ label }, c) => readAlone({ steps: [...at, 'cases', c, 'label'], text: label })),
    ),
  warnings: ({ cases }, { weight }, at) => fullWeight(cases, weight, [...at, 'cases']),
  texts: ({ cases }) => labels('cases', cases),
  inputFaults: ({ cases }, inputs, at) =>
    cases.some(({ id }) => id === inputs.case) ? [] : [unknownId([...at, 'case'])],
});
