import { isBlankText } from './unseen.ts';

// What a response can be, said once for every room. Without Zod, so that a browser can read it.

/** How a response came back (回收渠道). */
export const CHANNELS = ['online', 'paper', 'import'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whether a response counts (有效性); `ineligible`: whoever answered does not belong to the group; `on-hold`: set aside until judged. */
export const DISPOSITIONS = ['valid', 'invalid', 'ineligible', 'on-hold'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Why a response is invalid, or, by the first two of them, ineligible. */
export const REASON_CODES = [
  'screened-out',
  'quota-full',
  'section-not-filled',
  'item-skipped',
  'double-mark',
  'repeat',
  'contradiction',
  'unknown-answer',
] as const;

/** Why the questionnaire ended before its end. */
export type EndingReason = (typeof REASON_CODES)[0 | 1];

/** One reason with its place; `rule` is the id of the contradiction. */
export interface Reason {
  code: (typeof REASON_CODES)[number];
  item?: string;
  section?: string;
  rule?: string;
}

/** Hints (疑点) that alone never invalidate. */
export const FLAG_CODES = ['too-fast', 'straight-line', 'same-device'] as const;

/** One hint with its place; `seconds` is how long answering took. */
export interface Flag {
  code: (typeof FLAG_CODES)[number];
  item?: string;
  section?: string;
  seconds?: number;
}

/** Bytes of a response as it is handed in, in JSON. A questionnaire whose answers could be larger is refused. */
export const LARGEST_RESPONSE = 64 * 1024;

/** Whether nothing was answered: left out, blank, or no option chosen. */
export function isBlank(raw: unknown): boolean {
  if (raw === undefined) return true;
  return typeof raw === 'string' ? isBlankText(raw) : Array.isArray(raw) && raw.length === 0;
}
