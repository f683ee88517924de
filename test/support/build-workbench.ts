import path from 'node:path';
import { build, type Metafile } from 'esbuild';

/** The workbench's script and style as build.mjs makes them, without writing them anywhere. */
export async function buildWorkbench(): Promise<{
  script: string;
  style: string;
  /** What the script loads later, by the name it asks for. */
  later: Map<string, string>;
  metafile: Metafile;
}> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: path.resolve(import.meta.dirname, '../..'),
    entryPoints: { workbench: 'client/workbench/main.tsx' },
    outdir: 'dist/client',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const files = new Map(outputFiles.map((output) => [path.basename(output.path), output.text]));
  const [script = '', style = ''] = ['js', 'css'].map((end) => files.get(`workbench.${end}`));
  const later = new Map([...files].filter(([name]) => !name.startsWith('workbench.')));
  return { script, style, later, metafile };
}
