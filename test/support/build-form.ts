import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { minify } from 'terser';
import innerNames from '../../client/form/inner-names.json' with { type: 'json' };
import { laterOf } from '../../server/assets.ts';

export interface BuiltForm {
  script: string;
  exclusiveScript: string;
  previewScript: string;
  style: string;
  elderStyle: string;
  previewStyle: string;
  /** Scripts that only some need, as files of /assets. */
  files: Map<string, { body: Uint8Array<ArrayBuffer>; type: string }>;
  /** Their addresses, by name. */
  later: Record<string, string>;
  metafile: Metafile;
}

const smallerScript = async (script = '') =>
  (await minify(script, { ecma: 2019, compress: { ecma: 2019, passes: 2, hoist_funs: true } }))
    .code ?? '';

/** The respondent's scripts and style as build.mjs makes them, without writing them anywhere. */
export async function buildForm(): Promise<BuiltForm> {
  const absWorkingDir = path.resolve(import.meta.dirname, '../..');
  const common = { bundle: true, minify: true, write: false, absWorkingDir } as const;
  const script = { ...common, format: 'iife', target: 'es2019' } as const;
  const js = await build({
    ...script,
    entryPoints: ['client/form/main.ts'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { 'preact/jsx-runtime': './client/form/elements.ts' },
    mangleProps: new RegExp(`^(${innerNames.join('|')})$`),
    metafile: true,
  });
  const small = await build({
    ...script,
    entryPoints: { exclusive: 'client/form/exclusive.ts', preview: 'client/form/preview.ts' },
    outdir: 'assets',
  });
  const smallOf = (name: string) =>
    smallerScript(small.outputFiles.find((file) => file.path.endsWith(`${name}.js`))?.text);
  const some = await build({
    ...script,
    entryPoints: {
      'form-elder': 'client/form/elder-extras.ts',
      'form-proof': 'client/form/proof.ts',
      'form-closed': 'client/form/closed-notice.tsx',
    },
    loader: { '.css': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { 'preact/jsx-runtime': './client/form/elements.ts' },
    outdir: 'assets',
    entryNames: '[name]-[hash]',
  });
  const css = await build({
    ...common,
    entryPoints: {
      form: 'client/form/form.css',
      elder: 'client/form/styles/elder.css',
      preview: 'client/form/styles/preview.css',
    },
    outdir: 'assets',
    target: ['chrome78', 'safari13'],
  });
  const styleOf = (name: string) =>
    css.outputFiles.find((file) => file.path.endsWith(`${name}.css`))?.text ?? '';
  const files = new Map(
    some.outputFiles.map((file) => [
      path.basename(file.path),
      { body: new Uint8Array(file.contents), type: 'text/javascript; charset=UTF-8' },
    ]),
  );
  return {
    script: await smallerScript(js.outputFiles[0]?.text),
    exclusiveScript: await smallOf('exclusive'),
    previewScript: await smallOf('preview'),
    style: styleOf('form'),
    elderStyle: styleOf('elder'),
    previewStyle: styleOf('preview'),
    files,
    later: laterOf([...files.keys()]),
    metafile: js.metafile,
  };
}
