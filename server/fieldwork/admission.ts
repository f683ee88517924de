import type { AccessCodeState } from '../../survey-definitions/survey.ts';
import { isBlankText } from '../../survey-definitions/unseen.ts';
import { findAccessCode } from '../store/access-codes.ts';
import type { CodeRefusal } from '../store/code-refusals.ts';
import type { Survey } from '../store/surveys.ts';
import { accessCodeHash, readAccessCode } from './access-code.ts';
import type { Credentials } from './credentials.ts';
import { provesWork } from './proof-of-work.ts';
import type { RespondentDeps } from './protection.ts';

/** Why a response is not let in; a code of the problem catalogue. */
export type Refusal =
  | 'access-code-missing'
  | 'access-code-unknown'
  | 'access-code-spent'
  | 'proof-needed'
  | 'proof-wrong'
  | 'too-many-responses';

export type Admission =
  | {
      refusal: undefined;
      codeHash: string | undefined;
      /** To be called where nothing new was stored after all. */
      giveBack(): void;
    }
  | { refusal: Refusal; retryAfter?: number };

/**
 * Whether a new response may be stored: the cheapest refusals first, and the rate last, since it counts. Whether its
 * code is still unspent is decided only when it is written.
 */
export async function admit(
  { store, protection: { sign, rate } }: Pick<RespondentDeps, 'store' | 'protection'>,
  survey: Survey,
  id: string,
  { accessCode, proof, network }: Credentials,
): Promise<Admission> {
  let codeHash: string | undefined;
  if (survey.access === 'code') {
    if (accessCode === undefined || isBlankText(accessCode))
      return { refusal: 'access-code-missing' };
    const code = readAccessCode(accessCode);
    if (code === undefined) return { refusal: 'access-code-unknown' };
    codeHash = accessCodeHash(survey.code, code);
    // Spares a flood of used codes the writing.
    const state = await findAccessCode(store.read, survey.code, codeHash);
    if (state !== 'unspent') return { refusal: refusalOf(state) };
  }
  if (survey.proofOfWork) {
    if (proof === undefined || proof === '') return { refusal: 'proof-needed' };
    if (!(await provesWork(sign, proof, survey.code, id))) return { refusal: 'proof-wrong' };
  }
  // Codes are a limit of their own.
  if (survey.access === 'code' || network === undefined)
    return { refusal: undefined, codeHash, giveBack: () => undefined };
  const retryAfter = rate.take(network);
  if (retryAfter !== undefined) return { refusal: 'too-many-responses', retryAfter };
  return { refusal: undefined, codeHash, giveBack: () => rate.giveBack(network) };
}

export function refusalOf(
  code: Exclude<AccessCodeState, 'unspent'> | CodeRefusal,
): 'access-code-unknown' | 'access-code-spent' {
  return code === 'spent' || code === 'code-spent' ? 'access-code-spent' : 'access-code-unknown';
}
