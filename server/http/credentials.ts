import type { Context } from 'hono';
import type { RespondentDeps } from '../fieldwork/protection.ts';
import type { Survey } from '../store/surveys.ts';
import { clientNetwork } from './client-address.ts';
import { hasDeviceMark, setDeviceMark } from './device-mark.ts';

/** What a response comes with beside its content: no part of it, and never stored with it. */
export interface Credentials {
  accessCode: string | undefined;
  proof: string | undefined;
  /** The device carries our mark: it has answered this survey before. */
  marked: boolean;
  /** See clientNetwork. */
  network: string | undefined;
}

/** Marks are for open links; where a code is spent a second response from a device is another person's. */
const isMarked = (survey: Survey) => survey.access === 'open';

export async function credentialsOf(
  c: Context,
  { config, protection }: Pick<RespondentDeps, 'config' | 'protection'>,
  survey: Survey,
  given: { accessCode?: string | undefined; proof?: string | undefined },
): Promise<Credentials> {
  protection.noteProxy(c);
  return {
    accessCode: given.accessCode,
    proof: given.proof,
    marked: isMarked(survey) && (await hasDeviceMark(c, protection.sign, survey.code)),
    network: clientNetwork(c, config),
  };
}

/** After a response is known to be stored. */
export async function markDevice(
  c: Context,
  { config, protection }: Pick<RespondentDeps, 'config' | 'protection'>,
  survey: Survey,
): Promise<void> {
  if (isMarked(survey)) await setDeviceMark(c, config, protection.sign, survey.code);
}
