import { z } from 'zod';
import { Exact } from './exact.ts';
import { compare, exact } from './fraction.ts';
import { ID_PATTERN } from './id.ts';
import {
  LONGEST_NAME,
  MOST_PLANNED,
  MOST_POPULATION,
  MOST_QUOTAS,
  SAMPLE_SIZE_RANGES,
} from './survey.ts';
import { filledText } from './text.ts';

const Id = z.string().regex(ID_PATTERN);

/** How many valid responses are wanted by the options of an item (配额). */
export const QuotaSchema = z.strictObject({
  item: Id.describe('A single-choice item'),
  options: z.array(z.strictObject({ id: Id, n: z.int().min(1).max(MOST_PLANNED) })).min(1),
  endsWhenFull: z
    .boolean()
    .optional()
    .describe('Whether a full one ends the questionnaire for whoever comes after'),
});

/** The population's shares by the options of an item. */
export const KnownSharesSchema = z.strictObject({
  item: Id.describe('A single-choice item'),
  options: z.array(z.strictObject({ id: Id, share: Exact })).min(1),
  source: filledText(LONGEST_NAME).optional().describe('Where they are taken from'),
});

export const Quotas = z.array(QuotaSchema).max(MOST_QUOTAS);
export const Shares = z.array(KnownSharesSchema).max(MOST_QUOTAS);

/** An exact number within the range that a sample size has for it. */
function within(name: keyof typeof SAMPLE_SIZE_RANGES) {
  const { min, max } = SAMPLE_SIZE_RANGES[name];
  return Exact.refine(
    (number) => compare(exact(number), exact(min)) >= 0 && compare(exact(number), exact(max)) <= 0,
    `a number from ${min} to ${max}`,
  );
}

/** What a planned number was worked out from (样本量测算依据). */
export const SampleSizeSchema = z
  .strictObject({
    confidence: within('confidence').describe('置信水平, in percent: 95'),
    margin: within('margin').describe('Half the interval, in points of 0-100'),
    share: within('share').optional().describe('In percent, where a share is asked for'),
    deviation: within('deviation')
      .optional()
      .describe('Standard deviation in points, where a mean on 0-100 is asked for'),
    designEffect: within('designEffect').describe('1 for a simple random sample'),
    population: z.int().min(1).max(MOST_POPULATION).optional(),
    returnRate: within('returnRate')
      .optional()
      .describe('Of 100 handed out, how many are expected to come back valid'),
    needed: z.int().min(1).max(MOST_PLANNED).describe('Valid responses that follow from it'),
  })
  .refine(
    ({ share, deviation }) => (share === undefined) !== (deviation === undefined),
    'either a share or a deviation',
  );
