import { z } from 'zod';
import { Exact } from './exact.ts';
import { ID_PATTERN } from './id.ts';
import { LONGEST_NAME, MOST_PLANNED, MOST_QUOTAS } from './survey.ts';
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
