import type { MiddlewareHandler } from 'hono';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';

/**
 * Headers of every answer. Pages run only scripts and styles that carry the nonce of their own answer; what the API
 * answers runs nothing at all.
 */
export function securityHeaders(config: Config): MiddlewareHandler<AppEnv> {
  const common = {
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity:
      config.publicUrl?.startsWith('https:') === true ? 'max-age=15552000' : false,
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
  const pages = secureHeaders({
    ...common,
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: [NONCE],
      styleSrc: [NONCE],
      imgSrc: ['data:'],
      connectSrc: self,
      // A form is looked at inside the workbench before it is opened.
      frameSrc: self,
      formAction: self,
      baseUri: none,
      frameAncestors: none,
    },
  });
  const data = secureHeaders({
    ...common,
    contentSecurityPolicy: { defaultSrc: none, frameAncestors: none },
  });
  return (c, next) => (c.req.path.startsWith('/api/') ? data(c, next) : pages(c, next));
}
