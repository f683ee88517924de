import type { Evaluation } from '../api.ts';

/** What an evaluation fills into the texts of a questionnaire. */
export const placeholderValues = ({ department, place, year }: Evaluation) => ({
  department,
  place,
  year: String(year),
});
