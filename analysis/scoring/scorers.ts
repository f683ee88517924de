import type { ScoringRule } from '../../survey-definitions/scoring-rule.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { category } from './category.ts';
import { checklist } from './checklist.ts';
import { completionRatio } from './completion-ratio.ts';
import { eventDeduction } from './event-deduction.ts';
import { manual } from './manual.ts';
import { optionShare } from './option-share.ts';
import type { Scorer } from './scorer.ts';
import { stepDeduction } from './step-deduction.ts';
import { targetProportional } from './target-proportional.ts';
import { threshold } from './threshold.ts';
import { tieredBands } from './tiered-bands.ts';

/** How each kind of scoring rule scores; a kind that is not here does not compile. */
export const SCORERS: { readonly [K in ScoringRule['kind']]: Scorer<K> } = {
  'completion-ratio': completionRatio,
  'target-proportional': targetProportional,
  'step-deduction': stepDeduction,
  'tiered-bands': tieredBands,
  threshold,
  checklist,
  'all-or-nothing': allOrNothing,
  'event-deduction': eventDeduction,
  category,
  'option-share': optionShare,
  manual,
};
