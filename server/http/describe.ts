import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './env.ts';

/** All routes of the app as OpenAPI 3.1, from the schemas they validate with. */
export function describe(app: OpenAPIHono<AppEnv>): object {
  const { openAPIRegistry: registry } = app;
  registry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'manping',
  });
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: '满评 Manping',
      version: '1',
      description:
        'Satisfaction surveys and scoring for whole-department expenditure evaluations. Errors are RFC 9457 problems with a stable `code`.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/', description: 'Where this description was found' }],
    security: [{ cookie: [] }, { token: [] }],
  });
}
