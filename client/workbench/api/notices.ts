import { answer, api, encodePathPart } from './client.ts';
import type { Progress } from './surveys.ts';

const oneNotice = api.surveys[':code'].notices[':notice'];
const pathOf = (code: string, notice: string) => ({
  param: { code: encodePathPart(code), notice: encodePathPart(notice) },
});

/** Something pointed out of a survey; those put aside say by whom and why. */
export type Notice = Progress['notices'][number];

export const putNoticeAside = (code: string, notice: string, reason: string) =>
  answer(oneNotice.$put({ ...pathOf(code, notice), json: { reason } }));
export const takeNoticeBack = (code: string, notice: string) =>
  answer(oneNotice.$delete(pathOf(code, notice)));
