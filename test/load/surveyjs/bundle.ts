import path from 'node:path';
import { build } from 'esbuild';
import type { StaticFile } from '../static-site.ts';
import type { SurveyJsDefinition } from './definition.ts';
import { newSite } from './site.ts';

/**
 * A site of one page that shows this definition with SurveyJS as tightly as a bundler can make it: what the page does not
 * use is cut away, script and style are asked for by the head, so that they are fetched at the same time.
 */
export async function bundledSite(
  definition: SurveyJsDefinition,
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
  const site = newSite();
  const emitted = (extension: '.js' | '.css') => {
    const file = outputFiles.find((output) => output.path.endsWith(extension));
    if (!file) throw new Error(`SurveyJS was bundled without ${extension}`);
    return file.contents;
  };
  const script = site.asset('.js', emitted('.js'));
  const style = site.asset('.css', emitted('.css'));
  return site.withPage(
    address,
    definition.title,
    `<link rel="stylesheet" href="${style}"><script type="module" src="${script}"></script>`,
  );
}
