import { mustHaveAnswers } from '../evaluations/retention.ts';
import { Problem } from '../problem.ts';
import { insertAccessCodes } from '../store/access-codes.ts';
import { holdEvaluation } from '../store/evaluations.ts';
import { findSurvey, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { accessCodeHash, newAccessCode } from './access-code.ts';

/** Throws access-codes-not-used where a survey is answered by its open link. */
export function mustUseCodes({ access }: Pick<Survey, 'access'>): void {
  if (access !== 'code') throw new Problem('access-codes-not-used');
}

/**
 * So many new single-use codes of a survey, given this once; only their hashes are kept. Throws answers-removed, which it
 * stays until the transaction ends: what is removed then is all there is.
 */
export async function issueAccessCodes(trx: Db, survey: Survey, count: number): Promise<string[]> {
  mustUseCodes(survey);
  await holdEvaluation(trx, survey.evaluationId);
  mustHaveAnswers((await findSurvey(trx, survey.code)) ?? survey);
  const codes = Array.from({ length: count }, newAccessCode);
  await insertAccessCodes(
    trx,
    survey.code,
    codes.map((code) => accessCodeHash(survey.code, code)),
  );
  return codes;
}
