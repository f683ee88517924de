import { questionnaireOf } from '../../server/store/questionnaires.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import type { StoredResponse } from '../../server/store/responses.ts';
import type { Store } from '../../server/store/store.ts';
import { findSurvey } from '../../server/store/surveys.ts';
import { aResponse } from './fieldwork.ts';

/** Stores responses of a survey that came in at these times, each valid unless it is said otherwise. */
export async function arrived(
  store: Store,
  code: string,
  responses: readonly ({ receivedAt: string } & Partial<StoredResponse>)[],
): Promise<void> {
  const survey = await findSurvey(store.read, code);
  if (!survey) throw new Error(`no survey ${code}`);
  const questionnaire = await questionnaireOf(store.read, survey);
  const writer = createResponseWriter(store);
  const written = await Promise.all(
    responses.map((response) =>
      writer.write(aResponse(code, { answers: {}, questionnaire, ...response })),
    ),
  );
  await writer.drain();
  const refused = written.filter((outcome) => outcome !== 'new');
  if (refused.length > 0) throw new Error(`not stored: ${refused.join(', ')}`);
}
