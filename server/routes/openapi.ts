import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../context.ts';
import { json } from '../http/shapes.ts';

const show = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  security: [],
  summary: 'This description, made from the schemas that the routes validate with',
  responses: { 200: json(z.unknown(), 'OpenAPI 3.1') },
});

/** Adds the description of all routes that `app` has when it is first asked for. */
export function describeIn(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'manping',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
  });
  app.openAPIRegistry.registerPath(show);
  let text: string | undefined;
  app.get(show.path, (c) => {
    // Written once: it is long, and anybody may ask.
    text ??= JSON.stringify(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: '满评 Manping', version: '1' },
        security: [{ cookie: [] }, { token: [] }],
      }),
    );
    c.header('Cache-Control', 'no-cache');
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
}
