import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { HEADS_TOO_LARGE } from '../http/schemas.ts';

const OPENAPI = {
  description: 'OpenAPI 3.1',
  content: { 'application/json': { schema: { type: 'object' as const } } },
};

const show = route({
  method: 'get',
  path: '/api/openapi.json',
  access: 'public',
  operationId: 'getOpenApi',
  summary: 'This description, made from the schemas that the routes validate with',
  responses: { 200: OPENAPI, ...HEADS_TOO_LARGE },
});

/** The description of all routes, as `describe` gives it when it is first asked for. */
export function openApiRoutes(describe: () => unknown) {
  let text: string | undefined;
  return newRouter().openapi(show, (c) => {
    // Written once: it is long, and anybody may ask.
    text ??= JSON.stringify(describe());
    c.header('Cache-Control', 'no-cache');
    // The router knows JSON only as something it writes itself.
    return c.body(text, 200, { 'Content-Type': 'application/json' }) as never;
  });
}
