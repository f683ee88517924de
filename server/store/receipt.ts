import { createHash } from 'node:crypto';
import { readCrockford, toCrockford } from './crockford.ts';

const LENGTH = 8;

const halves = (text: string) => `${text.slice(0, LENGTH / 2)}-${text.slice(LENGTH / 2)}`;

/** The receipt number (回执号) of a response, e.g. 7K3F-29QD: it follows from the id, so every retry gets the same. */
export function receiptOf(id: string): string {
  const digest = createHash('sha256').update(id).digest();
  return halves(toCrockford(digest.subarray(0, 5), LENGTH));
}

/** The receipt number that somebody typed, or was read out on the telephone; undefined where it cannot be one. */
export function readReceipt(typed: string): string | undefined {
  const folded = readCrockford(typed);
  return folded.length === LENGTH ? halves(folded) : undefined;
}
