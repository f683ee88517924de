import type { deleteEvaluation, Evaluation } from '../api/evaluations.ts';
import { count } from '../format.ts';
import type { InOneLanguage } from '../translation.ts';
import type { evaluationsWords } from './words.ts';

type Gone = Awaited<ReturnType<typeof deleteEvaluation>>;
interface Named {
  department: Evaluation['department'];
  year: Evaluation['year'];
}
/** What was deleted on another screen, until the list has said it. */
let untold: { evaluation: Named; gone: Gone } | undefined;

export function tellDeleted(evaluation: Named, gone: Gone): void {
  untold = { evaluation, gone };
}

export function takeDeleted(): typeof untold {
  const told = untold;
  untold = undefined;
  return told;
}

/** What went, in numbers. */
export const goneInWords = (
  words: InOneLanguage<typeof evaluationsWords>,
  { department, year }: Named,
  gone: Gone,
): string =>
  words.deleted(
    words.named(department, year),
    words.goesSurveys(count(gone.surveys), count(gone.responses)),
    words.goesWith(count(gone.points), count(gone.accessCodes)),
    words.goesEntered(count(gone.scores), count(gone.cells)),
  );
