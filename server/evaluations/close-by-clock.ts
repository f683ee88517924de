import { holdEvaluation } from '../store/evaluations.ts';
import { findSurvey, type Survey, setClosedByClock } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** Whether the end of an open survey has come, and nobody has done yet what closing does. */
export function isOver(
  { state, closesAt, clockClosedAt }: Pick<Survey, 'state' | 'closesAt' | 'clockClosedAt'>,
  now: Date,
): boolean {
  if (state !== 'open' || clockClosedAt !== null || closesAt === null) return false;
  return now.getTime() >= Date.parse(closesAt);
}

/**
 * Closes a survey whose end has come, in the transaction that `trx` is: waits for responses that are being written, and once
 * it is committed none comes in. Undefined where somebody moved the end or closed it meanwhile, or another server did this.
 */
export async function closeByClock(
  trx: Db,
  { code, evaluationId }: Survey,
  now: Date,
): Promise<Survey | undefined> {
  await holdEvaluation(trx, evaluationId);
  const survey = await findSurvey(trx, code);
  if (survey === undefined || !isOver(survey, now)) return undefined;
  return (await setClosedByClock(trx, survey, now)) ? survey : undefined;
}
