// Builds the server, the respondent's script and the workbench into dist/. Takes well under a second.
import { readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });

// What only the respondent's script itself calls by name: these names are made short, as those of its variables are.
// None may be a browser's, or a key of what is sent, stored or put into the page (test/client/form/bundle.test.ts).
const innerNames = JSON.parse(await readFile('client/form/inner-names.json', 'utf8'));

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' };

await Promise.all([
  build({
    entryPoints: ['server/main.ts', 'server/check-counts.ts', 'server/store/node-sqlite-worker.ts'],
    outdir: 'dist/server',
    entryNames: '[name]',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    ...jsx,
  }),
  build({
    entryPoints: {
      form: 'client/form/main.ts',
      'form-exclusive': 'client/form/exclusive.ts',
      'form-preview': 'client/form/preview.ts',
    },
    outdir: 'dist/client',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2019',
    metafile: true,
    mangleProps: new RegExp(`^(${innerNames.join('|')})$`),
    ...jsx,
    // The few components that change in the browser need no Preact there.
    alias: { 'preact/jsx-runtime': './client/form/elements.ts' },
  }),
  build({
    // What only some respondents need, by content hash; the server tells the page their addresses.
    entryPoints: {
      'form-elder': 'client/form/elder-extras.ts',
      'form-proof': 'client/form/proof.ts',
      'form-closed': 'client/form/closed-notice.tsx',
    },
    loader: { '.css': 'text' },
    outdir: 'dist/client',
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2019',
    ...jsx,
    alias: { 'preact/jsx-runtime': './client/form/elements.ts' },
  }),
  build({
    entryPoints: {
      form: 'client/form/form.css',
      'form-elder': 'client/form/styles/elder.css',
      'form-preview': 'client/form/styles/preview.css',
    },
    outdir: 'dist/client',
    bundle: true,
    minify: true,
    target: ['chrome78', 'safari13'],
  }),
  build({
    entryPoints: { workbench: 'client/workbench/main.tsx' },
    outdir: 'dist/client',
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    ...jsx,
  }),
]);
