/** How far somebody gets who opens the form of a survey, as the pages count it: each step once a device. */
export const FORM_STEPS = ['opened', 'first-answer', 'sent'] as const;
export type FormStep = (typeof FORM_STEPS)[number];
