import { timingSafeEqual } from 'node:crypto';
import type { Sign } from '../accounts/signing-key.ts';
import type { Survey } from '../store/surveys.ts';

/** Marks are for open links; where a code is spent a second response from a device is another person's. */
export function marksDevices({ access }: Pick<Survey, 'access'>): boolean {
  return access === 'open';
}

/**
 * The mark of a survey is the same on every device: it says that this one has answered, and cannot tell one device
 * from another.
 */
export function deviceMark(sign: Sign, survey: string): Promise<string> {
  return sign('device-mark', survey);
}

/** Whether a mark is ours for this survey; one that we did not sign counts for nothing. */
export async function isDeviceMark(
  sign: Sign,
  survey: string,
  mark: string | undefined,
): Promise<boolean> {
  const given = Buffer.from(mark ?? '');
  if (given.length === 0) return false;
  const ours = Buffer.from(await deviceMark(sign, survey));
  return given.length === ours.length && timingSafeEqual(given, ours);
}
