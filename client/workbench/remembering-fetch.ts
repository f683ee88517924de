type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A fetch that asks again only for what has changed: it keeps the last answer that carried an `ETag` for each address and
 * language, in this page's memory and nowhere else, and gives it once more where the server says 304. Whatever
 * is not read by GET, or is refused, is passed on as it is.
 */
export function rememberingFetch(ask: Fetch): { fetch: Fetch; forget(): void } {
  const kept = new Map<string, { tag: string; answer: Response }>();
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      if (request.method !== 'GET') return ask(request);
      const key = `${request.headers.get('Accept-Language') ?? ''} ${request.url}`;
      const before = kept.get(key);
      if (before) request.headers.set('If-None-Match', before.tag);
      const answer = await ask(request);
      if (answer.status === 304 && before) return before.answer.clone();
      const tag = answer.headers.get('ETag');
      if (answer.ok && tag !== null) kept.set(key, { tag, answer: answer.clone() });
      else kept.delete(key);
      return answer;
    },
    forget: () => kept.clear(),
  };
}
