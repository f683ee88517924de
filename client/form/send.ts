import type { FormError, Refusal } from './page.ts';

/** What became of one attempt to send. */
export type Outcome =
  /** `before`: an earlier attempt had arrived, though its answer had not. */
  | { kind: 'accepted'; receipt: string; before: boolean }
  /** Nobody knows whether it arrived, or the server is not able just now: the same again, after this many ms at least. */
  | { kind: 'again'; after: number }
  | { kind: 'faulty'; errors: FormError[] }
  | { kind: 'refused'; refusal: Refusal };

export interface Parcel {
  url: string;
  /** Of the response: an answer that speaks of another, a café's sign-in page for one, is none. */
  id: string;
  /** JSON, frozen at the first attempt. */
  body: string;
  /** For messages of the server. */
  language: string;
  /** Makes a proof of work. */
  prove?: () => Promise<string>;
}

/** A server that does not answer within this many ms counts as one that did not hear. */
const PATIENCE = 20_000;

/**
 * One attempt to PUT the response. Never throws. A proof is made only when the server asks for one, so that what has
 * arrived already need not be proven again.
 */
export async function sendOnce(
  parcel: Parcel,
  send: typeof fetch = fetch,
  proof?: string,
): Promise<Outcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await send(parcel.url, {
      method: 'PUT',
      body: proof ? `${parcel.body.slice(0, -1)},"proof":"${proof}"}` : parcel.body,
      headers: { 'content-type': 'application/json', 'accept-language': parcel.language },
      signal: abort.signal,
    });
    const outcome = await outcomeOf(response, parcel.id);
    if (outcome) return outcome;
    if (!proof && parcel.prove) return await sendOnce(parcel, send, await parcel.prove());
    return { kind: 'again', after: 0 };
  } catch {
    return { kind: 'again', after: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing was decided: the body broke off, took too long, came too early or too often. */
const UNDECIDED = [400, 408, 425, 429];

/** Undefined where the server asks for a proof of work. */
async function outcomeOf(response: Response, id: string): Promise<Outcome | undefined> {
  const { status } = response;
  if (status >= 500 || UNDECIDED.includes(status)) {
    return { kind: 'again', after: (Number(response.headers.get('retry-after')) || 0) * 1000 };
  }
  // An answer that breaks off half way throws here and is sent again.
  const said = await response.json().catch((error: unknown) => {
    if (response.ok) throw error;
  });
  if (response.ok) {
    return said.id === id
      ? { kind: 'accepted', receipt: said.receipt, before: status === 200 }
      : { kind: 'again', after: 0 };
  }
  if (status === 422 && said && Array.isArray(said.errors) && said.errors.length > 0) {
    return { kind: 'faulty', errors: said.errors };
  }
  const fault = (said && said.code) || '';
  if (/^proof-/.test(fault)) return undefined;
  if (/^access-code/.test(fault)) return { kind: 'faulty', errors: [{ accessCode: fault }] };
  // What names no fault is not our server: a network that wants a sign-in, a proxy with nothing behind it.
  return fault
    ? { kind: 'refused', refusal: { status, title: said.title } }
    : { kind: 'again', after: 0 };
}

/** Milliseconds until the next attempt: 1 s, 2 s, 4 s … up to half a minute, less up to a quarter so that many phones do not knock at once. */
export function pause(attempt: number, random = Math.random): number {
  return Math.min(30_000, 1000 * 2 ** (attempt - 1)) * (1 - random() / 4);
}

/**
 * Sends until the server has given a definite answer. Before every further attempt `wait` is asked, may return early, and
 * says whether to go on; where not, nothing is known. `later` asks it before the first attempt as well.
 */
export async function deliver(
  parcel: Parcel,
  wait: (ms: number) => Promise<boolean>,
  later = false,
  send: typeof fetch = fetch,
): Promise<Exclude<Outcome, { kind: 'again' }> | undefined> {
  let after = 0;
  for (let attempt = later ? 1 : 0; ; attempt++) {
    if (attempt && !(await wait(Math.max(after, pause(attempt))))) return undefined;
    const outcome = await sendOnce(parcel, send);
    if (outcome.kind !== 'again') return outcome;
    after = outcome.after;
  }
}
