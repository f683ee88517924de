import { insertAccessCodes } from '../../server/store/access-codes.ts';
import { insertQuestionnaire } from '../../server/store/questionnaires.ts';
import type { Store } from '../../server/store/store.ts';
import { insertSurvey } from '../../server/store/surveys.ts';
import { aSurvey, NOW, startFieldwork } from '../support/fieldwork.ts';
import { CRASH_QUESTIONNAIRE, type CrashSurveys, crashResponse } from './crash-response.ts';

/** Keeps a statement below the 32,766 parameters of SQLite. */
const CODES_PER_STATEMENT = 5000;

/** Opens the two surveys, and issues the codes of as many responses as a run may send. */
export async function openCrashSurveys(
  store: Store,
  seed: number,
  responses: number,
): Promise<CrashSurveys> {
  const { evaluationId } = await startFieldwork(store);
  const { id, version } = CRASH_QUESTIONNAIRE;
  await insertQuestionnaire(store.write, CRASH_QUESTIONNAIRE, NOW);
  const shared = { questionnaire: { id, version } };
  const open = aSurvey(evaluationId, shared);
  const byCode = aSurvey(evaluationId, { ...shared, access: 'code' });
  await insertSurvey(store.write, open);
  await insertSurvey(store.write, byCode);
  const surveys = { open: open.code, byCode: byCode.code };
  const hashes = Array.from({ length: responses }, (_, n) => crashResponse(surveys, seed, n))
    .map((response) => response.codeHash)
    .filter((hash) => hash !== undefined);
  for (let from = 0; from < hashes.length; from += CODES_PER_STATEMENT)
    await insertAccessCodes(
      store.write,
      byCode.code,
      hashes.slice(from, from + CODES_PER_STATEMENT),
    );
  return surveys;
}
