import type { Context } from 'hono';
import type { Config } from '../config.ts';

/** Whether the visitor's own connection is https: by PUBLIC_URL, or by the word of a proxy that is ours. */
export function isHttps(c: Context, config: Config): boolean {
  if (config.publicUrl !== undefined) return config.publicUrl.startsWith('https:');
  if (new URL(c.req.url).protocol === 'https:') return true;
  if (config.trustProxy === 0) return false;
  // Each proxy appends what it saw; the entry of our outermost proxy is what the visitor used.
  const hops = (c.req.header('X-Forwarded-Proto') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-Math.min(config.trustProxy, hops.length)) === 'https';
}

/** What links are made of, without a slash at the end: PUBLIC_URL, else the address of this request. */
export function ownAddress(c: Context, config: Config): string {
  if (config.publicUrl !== undefined) return config.publicUrl;
  return `${isHttps(c, config) ? 'https' : 'http'}://${new URL(c.req.url).host}`;
}

/**
 * Whether a browser says that a page of another site made this call. A call that says nothing of where it comes
 * from is no browser's, or an old one's, against which SameSite and the content type stand.
 */
export function isForeign(c: Context, config: Config): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = c.req.header('Origin');
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  // Scheme aside: a proxy that ends TLS makes ours look like http.
  const ours = [config.publicUrl ?? c.req.url, c.req.url].map((address) => new URL(address).host);
  return !ours.includes(new URL(origin).host);
}

/**
 * Whether a browser says that a page of another site hands a response in, so that its visitors answer without knowing. The
 * browser's own word decides; where it gives none, an older one's `Origin` does, but only where PUBLIC_URL says who we
 * are: behind a proxy that changes the host's name every respondent would look foreign.
 */
export function isHandedInElsewhere(c: Context, config: Config): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return config.publicUrl !== undefined && isForeign(c, config);
}
