import type { Survey } from '../store/surveys.ts';
import { isDeviceMark, marksDevices } from './device-mark.ts';
import type { Protection } from './protection.ts';

/** What a response comes with beside its content: no part of it, and never stored with it. */
export interface Credentials {
  accessCode: string | undefined;
  proof: string | undefined;
  /** The device carries our mark: it has answered this survey before. */
  marked: boolean;
  /** What tells the visitor's connection from others, where anything does. */
  network: string | undefined;
}

/** What a request brings along; `mark` is what the device says, which may be anybody's. */
export type Brought = Omit<Credentials, 'marked'> & { mark: string | undefined };

export async function credentialsOf(
  { sign }: Pick<Protection, 'sign'>,
  survey: Survey,
  { accessCode, proof, mark, network }: Brought,
): Promise<Credentials> {
  const marked = marksDevices(survey) && (await isDeviceMark(sign, survey.code, mark));
  return { accessCode, proof, marked, network };
}
