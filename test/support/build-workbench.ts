import path from 'node:path';
import { build, type Metafile } from 'esbuild';

/** The workbench's script and style as build.mjs makes them, without writing them anywhere. */
export async function buildWorkbench(): Promise<{
  script: string;
  style: string;
  metafile: Metafile;
}> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: path.resolve(import.meta.dirname, '../..'),
    entryPoints: { workbench: 'client/workbench/main.tsx' },
    outdir: 'dist/client',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const file = (end: string) => outputFiles.find((output) => output.path.endsWith(end))?.text ?? '';
  return { script: file('.js'), style: file('.css'), metafile };
}
