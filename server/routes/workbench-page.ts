import { type Context, Hono } from 'hono';
import type { AppEnv, Deps } from '../context.ts';

/** Addresses of the workbench's screens; the script in the page decides which screen it is. */
const SCREENS = ['/', '/evaluations', '/evaluations/*'];

/** The page of the workbench, the same for every screen, and the files it loads. */
export function workbenchPage({ assets }: Pick<Deps, 'assets'>) {
  const app = new Hono<AppEnv>();
  for (const screen of SCREENS) {
    app.get(screen, (c) => {
      c.header('Cache-Control', 'no-store');
      return c.html(shell(c, assets.workbench));
    });
  }
  app.get('/assets/:name', (c) => {
    const file = assets.files.get(c.req.param('name'));
    if (file === undefined) return c.notFound();
    // Only a name that changes with the content may be kept for ever.
    const hashed = /-[A-Z0-9]{8}\.\w+$/.test(c.req.param('name'));
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
<html lang="zh-CN">
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
