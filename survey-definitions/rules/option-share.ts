import { z } from 'zod';
import { type Finding, finding, type Steps } from '../fault.ts';
import { add, asWritten, compare, exact, ONE } from '../fraction.ts';
import { RespondentGroup } from '../respondent-group.ts';
import { Id } from '../text.ts';
import { above0, share } from './limits.ts';
import { Credit, Share } from './numbers.ts';
import { ruleKind } from './rule-kind.ts';

const Branch = z.strictObject({ option: Id, min: Share, credit: Share });

/** The first option whose share of answers reaches its minimum decides the credit. Inputs `{ credit }` where none does. */
export const optionShare = ruleKind({
  schema: z.strictObject({
    kind: z.literal('option-share'),
    from: z.strictObject({ group: RespondentGroup, item: Id }),
    branches: z.array(Branch).min(1).max(50),
    otherwise: z
      .union([Share, z.literal('manual')])
      .describe('Credit where no branch holds, or “manual”: a scorer decides'),
  }),
  inputs: z.strictObject({ credit: Credit }),
  numbers: { credit: 'one' },
  inputsBesideSurvey: true,
  faults: ({ branches, otherwise }, _weight, at) => [
    ...branches.flatMap(({ min, credit }, b) => [
      ...above0(min, [...at, 'branches', b, 'min'], '占比', 'a share to be reached'),
      ...share(min, [...at, 'branches', b, 'min'], false),
      ...share(credit, [...at, 'branches', b, 'credit']),
    ]),
    ...(otherwise === 'manual' ? [] : share(otherwise, [...at, 'otherwise'])),
  ],
  warnings: ({ branches, otherwise }, { weight, reading }, at) => [
    ...overlapping(branches, [...at, 'branches']),
    ...(otherwise === 'manual' ||
    [otherwise, ...branches.map(({ credit }) => credit)].some(
      (credit) => compare(exact(credit), ONE) >= 0,
    )
      ? []
      : [
          finding(
            [...at, 'branches'],
            'full-weight-unreachable',
            `没有一条得满分 ${asWritten(weight)} 分`,
            `none of these gives the full weight of ${asWritten(weight)}`,
          ),
        ]),
    ...(otherwise === 'manual' && reading === undefined
      ? [
          finding(
            [...at, 'otherwise'],
            'left-to-scorer',
            '没有一项达到占比时由评分人核定，但没有写明（reading）',
            'where no branch holds a scorer decides, and `reading` does not say so',
          ),
        ]
      : []),
  ],
});

/** The first branch that holds decides; a doubt where two could hold, or where one is never looked at. */
function overlapping(branches: readonly z.infer<typeof Branch>[], at: Steps): Finding[] {
  const read = branches.map((branch) => ({ ...branch, exactly: exact(branch.min) }));
  return read.flatMap((later, l) =>
    read.slice(0, l).flatMap((earlier) => {
      const steps = [...at, l, 'min'];
      const [a, b] = [earlier.exactly, later.exactly];
      if (earlier.option === later.option)
        return compare(b, a) >= 0
          ? [
              finding(
                steps,
                'branch-never-reached',
                `“${later.option}”在前面已有不高于 ${later.min} 的占比，这一条不会用到`,
                `an earlier branch takes “${later.option}” at a share no higher than ${later.min}: this one is never reached`,
              ),
            ]
          : [];
      return compare(add(a, b), ONE) <= 0
        ? [
            finding(
              steps,
              'branches-both-hold',
              `“${earlier.option}”和“${later.option}”可能同时达到占比，以写在前面的为准`,
              `“${earlier.option}” and “${later.option}” could reach their shares at once; the one written first decides`,
            ),
          ]
        : [];
    }),
  );
}
