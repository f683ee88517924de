import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Deps } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { languageOf } from '../http/language.ts';
import { withoutEndSlash } from '../http/meant-path.ts';
import { toOwnAddress } from '../http/page.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { Problem } from '../problem.ts';

const HTML = {
  description: 'The page',
  content: { 'text/html': { schema: { type: 'string' as const } } },
};

/** Addresses of the workbench's screens; the script in the page decides which screen it is. */
const SCREENS = [
  '/',
  '/account',
  '/evaluations',
  '/evaluations/*',
  '/definitions',
  '/definitions/*',
  '/accounts',
  '/accounts/*',
  '/audit',
  '/invitation',
].map((path) =>
  route({
    method: 'get',
    path,
    access: 'public',
    operationId: 'showWorkbench',
    hide: true,
    responses: { 200: HTML, 308: { description: 'To the address without a slash at its end' } },
  }),
);
const asset = route({
  method: 'get',
  path: '/assets/{name}',
  access: 'public',
  operationId: 'getAsset',
  hide: true,
  request: { params: z.object({ name: z.string() }) },
  responses: { 200: { description: 'A file that pages load' } },
});

/** The page of the workbench, the same for every screen but for the language its reader prefers, and the files it loads. */
export function workbenchPage({ assets, config }: Pick<Deps, 'assets' | 'config'>) {
  const app = newRouter();
  for (const screen of SCREENS) {
    app.openapi(screen, (c) => {
      // As it came, but for the slash: what else stands there, the script in the page reads.
      const elsewhere = toOwnAddress(c, config, withoutEndSlash(new URL(c.req.url).pathname));
      if (elsewhere !== undefined) return elsewhere;
      c.header('Cache-Control', 'no-store');
      c.header('Vary', 'Accept-Language');
      return c.html(shell(c, assets.workbench));
    });
  }
  app.openapi(asset, (c) => {
    const { name } = c.req.valid('param');
    const file = assets.files.get(name);
    if (file === undefined) throw new Problem('not-found');
    // Only a name that changes with the content may be kept for ever.
    const hashed = /-[A-Z0-9]{8}\.\w+$/.test(name);
    c.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    return c.body(file.body, 200, { 'Content-Type': file.type });
  });
  return app;
}

function shell(c: Context<AppEnv>, workbench: Deps['assets']['workbench']): string {
  const nonce = c.get('secureHeadersNonce') ?? '';
  const style = workbench?.style
    ? `<link rel="stylesheet" nonce="${nonce}" href="${workbench.style}">`
    : '';
  const script = workbench
    ? `<script type="module" nonce="${nonce}" src="${workbench.script}"></script>`
    : '';
  return `<!doctype html>
<html lang="${languageOf(c)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>满评 Manping</title>
<link rel="icon" href="data:,">
${style}
</head>
<body>
<div id="app"></div>
<noscript><p>工作台需要启用 JavaScript。The workbench needs JavaScript.</p></noscript>
${script}
</body>
</html>
`;
}
