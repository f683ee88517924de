import { createHash } from 'node:crypto';

/** What a respondent sent, as far as it is compared and kept. The access code is no part of it. */
export interface SentResponse {
  answers: Record<string, unknown>;
  startedAt?: string | undefined;
  /** Id of the collection point whose link was opened. */
  point?: string | undefined;
  /** Id of the item at which the page ended the questionnaire, a quota being full. It is no content: the answers are. */
  endedBy?: string | undefined;
}

/**
 * SHA-256 of the content in a form that does not depend on the order of keys. Of no collection point it is what it was
 * before there were any.
 */
export function contentHash({ answers, startedAt, point }: SentResponse): string {
  const sorted = Object.keys(answers)
    .sort()
    .map((item) => [item, answers[item]]);
  return createHash('sha256')
    .update(JSON.stringify([sorted, startedAt ?? null, ...(point === undefined ? [] : [point])]))
    .digest('hex');
}

/** Any UUID in its usual form, whichever version made it. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id as it is stored, in lower case; undefined where it is no UUID. */
export function responseId(text: string): string | undefined {
  const id = text.toLowerCase();
  return UUID.test(id) ? id : undefined;
}
