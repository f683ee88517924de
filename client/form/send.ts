import type { FormError, Refusal } from './page.ts';

/** What became of one attempt to send. */
export type Outcome =
  | { kind: 'accepted'; receipt: string }
  /** Nobody knows whether it arrived, or the server is not able just now: the same again, after this many ms at least. */
  | { kind: 'again'; after: number }
  | { kind: 'faulty'; errors: FormError[] }
  | { kind: 'refused'; refusal: Refusal };

export interface Parcel {
  url: string;
  /** JSON, frozen at the first attempt. */
  body: string;
  /** For messages of the server. */
  language: string;
}

/** A server that does not answer within this many ms counts as one that did not hear. */
const PATIENCE = 20_000;

/** One attempt to PUT the response. Never throws. */
export async function sendOnce(parcel: Parcel, send: typeof fetch = fetch): Promise<Outcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await send(parcel.url, {
      method: 'PUT',
      body: parcel.body,
      headers: { 'content-type': 'application/json', 'accept-language': parcel.language },
      signal: abort.signal,
    });
    return await outcomeOf(response);
  } catch {
    return { kind: 'again', after: 0 };
  } finally {
    clearTimeout(timer);
  }
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const { status } = response;
  if (status >= 500 || status === 408 || status === 429) {
    return { kind: 'again', after: (Number(response.headers.get('retry-after')) || 0) * 1000 };
  }
  // An answer that breaks off half way throws here and is sent again.
  const said = await response.json().catch((error: unknown) => {
    if (response.ok) throw error;
  });
  if (response.ok) return { kind: 'accepted', receipt: String(said.receipt) };
  if (status === 422 && said && Array.isArray(said.errors) && said.errors.length > 0) {
    return { kind: 'faulty', errors: said.errors };
  }
  return { kind: 'refused', refusal: REFUSALS[status] || 'refused' };
}

const REFUSALS: Record<number, Refusal> = {
  403: 'closed',
  404: 'unknown',
  409: 'conflict',
  413: 'tooLarge',
};

/** Milliseconds until the next attempt: 1 s, 2 s, 4 s … up to half a minute, less up to a quarter so that many phones do not knock at once. */
export function pause(attempt: number, random = Math.random): number {
  return Math.min(30_000, 1000 * 2 ** (attempt - 1)) * (1 - random() / 4);
}

/** Sends until the server has given a definite answer. `wait` is asked before every further attempt and may return early. */
export async function deliver(
  parcel: Parcel,
  wait: (ms: number) => Promise<void>,
  send: typeof fetch = fetch,
): Promise<Exclude<Outcome, { kind: 'again' }>> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await sendOnce(parcel, send);
    if (outcome.kind !== 'again') return outcome;
    await wait(Math.max(outcome.after, pause(attempt)));
  }
}
