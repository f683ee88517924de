import path from 'node:path';
import { build, type Metafile } from 'esbuild';

/** The respondent's script and style as build.mjs makes them, without writing them anywhere. */
export async function buildForm(): Promise<{ script: string; style: string; metafile: Metafile }> {
  const absWorkingDir = path.resolve(import.meta.dirname, '../..');
  const common = { bundle: true, minify: true, write: false, absWorkingDir } as const;
  const js = await build({
    ...common,
    entryPoints: ['client/form/hydrate.tsx'],
    format: 'iife',
    target: 'es2019',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
  });
  const css = await build({
    ...common,
    entryPoints: ['client/form/form.css'],
    target: ['chrome78', 'safari13'],
  });
  const [script, style] = [js, css].map((result) => result.outputFiles[0]?.text ?? '');
  return { script: script ?? '', style: style ?? '', metafile: js.metafile };
}
