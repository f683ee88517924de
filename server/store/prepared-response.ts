import type { Insertable } from 'kysely';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { receiptOf } from './receipt.ts';
import type { StoredResponse } from './responses.ts';
import type { Tables } from './tables.ts';
import { type AnswerKey, keysOf, type ResponseKeys } from './tally.ts';

/** A response with the questionnaire version it answers, which says what it adds to the counts. */
export type ResponseToWrite = Omit<StoredResponse, 'point' | 'receipt' | 'ruled'> & {
  /** Left out where it came from no collection point. */
  point?: string | null | undefined;
  questionnaire: Questionnaire;
  /** Hash of the access code it came with, where the survey asks for one. Spent with it, and kept nowhere with it. */
  codeHash?: string | undefined;
  /** Whether it is stored only into a survey that is open at that very moment, as what comes through the form. */
  whileOpen?: boolean;
};

/** What there is to write of a response, made ready while others are being written. */
export interface PreparedResponse {
  row: Insertable<Tables['responses']>;
  /** What it adds to the counts. */
  keys: ResponseKeys;
  codeHash: string | undefined;
  whileOpen: boolean;
}

export function prepareResponse(response: ResponseToWrite): PreparedResponse {
  const { questionnaire, answers } = response;
  const keys = keysOf({ ...response, point: response.point ?? null }, questionnaire);
  const row = {
    id: response.id,
    survey_code: response.surveyCode,
    channel: response.channel,
    answers: JSON.stringify(answers),
    content_hash: response.contentHash,
    started_at: response.startedAt,
    received_at: response.receivedAt,
    disposition: response.disposition,
    reasons: JSON.stringify(response.reasons),
    flags: JSON.stringify(response.flags),
    flagged: keys.day.flagged,
    has_text: hasText(questionnaire, keys.answers) ? 1 : 0,
    point: response.point ?? null,
    receipt: receiptOf(response.id),
  };
  return {
    row,
    keys,
    codeHash: response.codeHash,
    whileOpen: response.whileOpen === true,
  };
}

function hasText(questionnaire: Questionnaire, counted: AnswerKey[]): boolean {
  return itemsOf(questionnaire).some(
    ({ id, type }) => type === 'text' && counted.some((key) => key.item === id),
  );
}
