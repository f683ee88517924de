type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A fetch that asks again only for what has changed: it keeps the last answer that carried an `ETag` for each address and
 * language, in this page's memory and nowhere else, and gives it once more where the server says 304. Whatever
 * is not read by GET, or is refused, is passed on as it is.
 */
export function withEtagCache(fetch: Fetch): { fetch: Fetch; clear(): void } {
  const cache = new Map<string, { tag: string; response: Response }>();
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      if (request.method !== 'GET') return fetch(request);
      const key = `${request.headers.get('Accept-Language') ?? ''} ${request.url}`;
      const cached = cache.get(key);
      if (cached) request.headers.set('If-None-Match', cached.tag);
      const response = await fetch(request);
      if (response.status === 304 && cached) return cached.response.clone();
      const tag = response.headers.get('ETag');
      if (response.ok && tag !== null) cache.set(key, { tag, response: response.clone() });
      else cache.delete(key);
      return response;
    },
    clear: () => cache.clear(),
  };
}
