import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { compressedHtml } from '../../server/http/compressed-html.ts';

interface App {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
}

/**
 * The same app with every script element cut out of its pages; they are rendered, compressed and sent in the same way, so
 * that nothing but the script differs.
 */
export function withoutScript(app: App): App {
  const stripped = new Hono();
  stripped.all('*', async (c) => {
    const request = new Request(c.req.raw);
    request.headers.delete('accept-encoding');
    const answer = await app.fetch(request, c.env);
    const html = await answer.text();
    const rest = html.replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '');
    if (rest === html) throw new Error('a page without any script to cut out');
    for (const [name, value] of answer.headers) {
      if (!['content-type', 'content-length', 'vary'].includes(name)) c.header(name, value);
    }
    return compressedHtml(c, rest, answer.status as ContentfulStatusCode);
  });
  return stripped;
}
