import { createHash } from 'node:crypto';
import path from 'node:path';
import { build } from 'esbuild';
import type { StaticFile } from '../static-site.ts';

const ASSET = { 'cache-control': 'public, max-age=31536000, immutable' };

/**
 * A site of one page that shows this definition with SurveyJS: script and style minified, named by their content, and
 * both asked for by the head, so that they are fetched at the same time.
 */
export async function surveyJsSite(
  definition: { title: string; locale: string },
  address: string,
): Promise<Map<string, StaticFile>> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page.ts')],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'site',
    format: 'esm',
    legalComments: 'none',
    define: { SURVEY_DEFINITION: JSON.stringify(definition) },
  });
  const files = new Map<string, StaticFile>();
  const add = (extension: '.js' | '.css', type: string) => {
    const file = outputFiles.find((output) => output.path.endsWith(extension));
    if (!file) throw new Error(`SurveyJS was bundled without ${extension}`);
    const hash = createHash('sha256').update(file.contents).digest('hex').slice(0, 8);
    const name = `/survey-${hash}${extension}`;
    files.set(name, { body: file.contents, headers: { ...ASSET, 'content-type': type } });
    return name;
  };
  const script = add('.js', 'text/javascript; charset=UTF-8');
  const style = add('.css', 'text/css; charset=UTF-8');
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${definition.title}</title><link rel="stylesheet" href="${style}"><script type="module" src="${script}"></script></head><body><div id="survey"></div></body></html>`;
  files.set(address, {
    body: Buffer.from(html),
    headers: { 'content-type': 'text/html; charset=UTF-8', 'cache-control': 'no-cache' },
  });
  return files;
}
