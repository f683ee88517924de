/** By what the results of a survey are set beside one another (各种口径). */
export const SPLIT_KINDS = ['all', 'flagged', 'channel', 'point', 'half'] as const;
export type SplitKind = (typeof SPLIT_KINDS)[number];

/** Valid responses in the order in which they came in: the first half, rounded up, and the others. */
export const HALVES = ['early', 'late'] as const;
export type Half = (typeof HALVES)[number];

/** Why there is no number for a split. */
export const NO_SPLIT = ['not-derivable', 'answers-removed'] as const;
export type NoSplit = (typeof NO_SPLIT)[number];
