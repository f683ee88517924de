import { LARGEST_RESPONSE } from '../../survey-definitions/response.ts';
import { LARGEST_STAFF_BODY } from '../../survey-definitions/upload-size.ts';

/** What a route takes as its body, in bytes at most. A file is handed on as a stream, the others are read before. */
export type BodyPolicy =
  | { kind: 'json'; limit: number }
  | { kind: 'form'; limit: number }
  | { kind: 'file'; limit: number; types: RegExp };

export const RESPONDENT_LIMIT = LARGEST_RESPONSE;
/**
 * Of the form posted without script. What is within the questionnaire's limits takes a fifth of it; the rest is for texts
 * that are too long, so that the page can come back with them and say so.
 */
export const POSTED_LIMIT = 1024 * 1024;
export const STAFF_LIMIT = LARGEST_STAFF_BODY;

/** application/json, or nothing at all where a route needs none. */
export const jsonOf = (limit: number): BodyPolicy => ({ kind: 'json', limit });
/** application/x-www-form-urlencoded, as a browser without script posts it. */
export const formOf = (limit: number): BodyPolicy => ({ kind: 'form', limit });
/** Any of these content types, as it comes: the route reads `c.req.raw.body`, which fails beyond the limit. */
export const fileOf = (limit: number, types: RegExp): BodyPolicy => ({
  kind: 'file',
  limit,
  types,
});
