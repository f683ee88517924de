import type { MiddlewareHandler } from 'hono';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';

/** The one page that the API answers with: a form to be looked at, in a frame of the workbench. */
const PREVIEW = /^\/api\/evaluations\/[^/]+\/preview\//;

/**
 * Headers of every answer. Pages run only scripts and styles that carry the nonce of their own answer; what the API
 * answers runs nothing at all. No page may be framed but the preview of a form, by our own; and from there nothing leads out,
 * neither a form that is posted nor a script that asks.
 */
export function securityHeaders(config: Config): MiddlewareHandler<AppEnv> {
  const common = {
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity:
      config.publicUrl?.startsWith('https:') === true ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
    // Read by no browser that can show our pages; heads travel with the form in its one round trip.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  };
  const none = ["'none'"];
  const self = ["'self'"];
  const page = {
    defaultSrc: none,
    scriptSrc: [NONCE],
    styleSrc: [NONCE],
    imgSrc: ['data:'],
    connectSrc: self,
    formAction: self,
    baseUri: none,
    frameAncestors: none,
  };
  const respondents = secureHeaders({ ...common, contentSecurityPolicy: page });
  const workbench = secureHeaders({
    ...common,
    contentSecurityPolicy: { ...page, frameSrc: self },
  });
  const preview = secureHeaders({
    ...common,
    xFrameOptions: 'SAMEORIGIN',
    contentSecurityPolicy: {
      ...page,
      connectSrc: none,
      formAction: none,
      frameAncestors: self,
    },
  });
  const data = secureHeaders({
    ...common,
    contentSecurityPolicy: { defaultSrc: none, frameAncestors: none },
  });
  const headersOf = (path: string) => {
    if (path.startsWith('/s/')) return respondents;
    if (PREVIEW.test(path)) return preview;
    return path.startsWith('/api/') ? data : workbench;
  };
  return (c, next) => headersOf(c.req.path)(c, next);
}
