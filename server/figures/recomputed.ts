import { surveyResults } from '../../analysis/satisfaction.ts';
import type { Evaluation } from '../store/evaluations.ts';
import type { OwnMeans } from '../store/own-mean-counts.ts';
import { recounted } from '../store/recounted.ts';
import type { Db } from '../store/tables.ts';
import type { FigureParts } from './content.ts';
import { readFigureParts } from './freeze.ts';

/**
 * What the figures of an evaluation are made of, counted anew from the answers. Of surveys whose answers were removed at the end
 * of their time the kept counts stand in.
 */
export async function recomputedParts(
  db: Db,
  evaluation: Evaluation,
  now: Date,
): Promise<FigureParts> {
  const parts = await readFigureParts(db, evaluation, now);
  const today = new Map(parts.today);
  const returns = new Map(parts.returns);
  const ownMeans = new Map<string, OwnMeans>();
  for (const [code, known] of parts.today) {
    if (known.survey.answersRemovedAt !== null) continue;
    const { counts, progress, ownMeans: own } = await recounted(db, code);
    const results = surveyResults(known.questionnaire, counts, 'exact');
    today.set(code, { ...known, counts, results });
    const places = parts.returns.get(code);
    if (places !== undefined) returns.set(code, { ...places, progress });
    ownMeans.set(code, own);
  }
  return { ...parts, today, returns, ownMeans };
}
