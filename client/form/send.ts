import type { FormError, Refusal } from './page.ts';

/** What became of one attempt to send. */
export type Outcome =
  /** `alreadyReceived`: an earlier attempt had arrived, though its answer had been lost. */
  | { kind: 'accepted'; receipt: string; alreadyReceived: boolean }
  /** It is unknown whether it arrived, or the server is busy: send the same again, after this many ms at least. */
  | { kind: 'again'; after: number }
  | { kind: 'faulty'; errors: FormError[] }
  | { kind: 'refused'; refusal: Refusal };

/** What is sent, the same at every attempt. */
export interface ResponseRequest {
  url: string;
  /** Of the response. An answer without this id does not come from our server but, say, from a café's sign-in page. */
  id: string;
  /** JSON. */
  body: string;
  /** Language of the server's messages. */
  lang: string;
  /** Makes a proof of work. */
  makeProof?: () => Promise<string>;
}

/** ms after which an attempt without an answer is given up. */
const TIMEOUT = 20_000;

/**
 * One attempt to PUT the response. Never throws. A proof of work is made only when the server asks for one: it asks for none
 * where the response has arrived already.
 */
export async function sendOnce(
  request: ResponseRequest,
  send: typeof fetch = fetch,
  proof?: string,
): Promise<Outcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT);
  try {
    const response = await send(request.url, {
      method: 'PUT',
      body: proof ? `${request.body.slice(0, -1)},"proof":"${proof}"}` : request.body,
      headers: { 'content-type': 'application/json', 'accept-language': request.lang },
      signal: abort.signal,
    });
    const outcome = await outcomeOf(response, request.id);
    if (outcome) return outcome;
    if (!proof && request.makeProof)
      return await sendOnce(request, send, await request.makeProof());
    return AGAIN;
  } catch {
    return AGAIN;
  } finally {
    clearTimeout(timer);
  }
}

/** It is unknown whether anything arrived. */
const AGAIN = { kind: 'again', after: 0 } as const;

/** Status codes after which the same is sent again: the body was cut off, or came too slowly, too early or too often. */
const RETRY_STATUS = [400, 408, 425, 429];

/** What the server's answer means; undefined where it asks for a proof of work. */
async function outcomeOf(response: Response, id: string): Promise<Outcome | undefined> {
  const { status } = response;
  if (status >= 500 || RETRY_STATUS.includes(status)) {
    return { kind: 'again', after: (Number(response.headers.get('retry-after')) || 0) * 1000 };
  }
  // An answer that is cut off throws here, so that the response is sent again.
  const answer = await response.json().catch((error: unknown) => {
    if (response.ok) throw error;
  });
  if (response.ok) {
    return answer.id === id
      ? { kind: 'accepted', receipt: answer.receipt, alreadyReceived: status === 200 }
      : AGAIN;
  }
  if (status === 422 && answer && Array.isArray(answer.errors) && answer.errors.length > 0) {
    return { kind: 'faulty', errors: answer.errors };
  }
  const code = (answer && answer.code) || '';
  if (/^proof-/.test(code)) return undefined;
  if (/^access-code/.test(code)) return { kind: 'faulty', errors: [{ accessCode: code }] };
  // Our server always names a code; without one, a network's sign-in page or a proxy has answered.
  return code ? { kind: 'refused', refusal: { status, title: answer.title } } : AGAIN;
}

/** ms until the next attempt: 1 s, 2 s, 4 s … up to 30 s, less a random quarter so that many phones do not retry at the same moment. */
export function retryDelay(attempt: number, random = Math.random): number {
  return Math.min(30_000, 1000 * 2 ** (attempt - 1)) * (1 - random() / 4);
}

/**
 * Sends until the server has accepted or refused the response. Before every further attempt, and with `waitFirst` before the first
 * one too, it waits for `wait`, which returns whether to go on. Undefined where it was told to stop.
 */
export async function sendUntilDecided(
  request: ResponseRequest,
  wait: (ms: number) => Promise<boolean>,
  waitFirst = false,
  send: typeof fetch = fetch,
): Promise<Exclude<Outcome, { kind: 'again' }> | undefined> {
  let after = 0;
  for (let attempt = waitFirst ? 1 : 0; ; attempt++) {
    if (attempt && !(await wait(Math.max(after, retryDelay(attempt))))) return undefined;
    const outcome = await sendOnce(request, send);
    if (outcome.kind !== 'again') return outcome;
    after = outcome.after;
  }
}

/** The wait between two attempts, which ends early once the network or the respondent is back. */
export interface RetryTimer {
  /** Resolves after so many ms or, at `skip`, at once. */
  wait(ms: number): Promise<void>;
  skip(): void;
}

export function createRetryTimer(): RetryTimer {
  let end = () => {};
  const skip = () => end();
  addEventListener('online', skip);
  document.addEventListener('visibilitychange', skip);
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        end = resolve;
        setTimeout(resolve, ms);
      }),
    skip,
  };
}
