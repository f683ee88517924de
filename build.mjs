// Builds the server, the respondent's script and the workbench into dist/, or the folder that is named. Takes well under a
// second. What is there already and would be the same is left as it is: a server may be running from it.
import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' };

/** What of the server is a process, or a thread, of its own; command.mjs bundles those that are commands in the same way. */
export const COMMANDS = [
  'server/check-counts.ts',
  'server/verify-audit.ts',
  'server/verify-figures.ts',
];
export const WORKERS = ['server/store/node-sqlite-worker.ts'];
export const OF_SERVER = {
  entryNames: '[name]',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: true,
  ...jsx,
};

/** How what esbuild made small is made smaller still. */
const SMALLER = { ecma: 2019, compress: { ecma: 2019, passes: 2, hoist_funs: true } };

async function buildInto(folder) {
  // What only the respondent's script itself calls by name: these names are made short, as those of its variables are.
  // None may be a browser's, or a key of what is sent, stored or put into the page (test/client/form/bundle.test.ts).
  const innerNames = JSON.parse(await readFile('client/form/inner-names.json', 'utf8'));
  const built = await Promise.all([
    build({
      ...OF_SERVER,
      entryPoints: ['server/main.ts', ...COMMANDS, ...WORKERS],
      outdir: path.join(folder, 'server'),
      write: false,
    }),
    build({
      entryPoints: {
        form: 'client/form/main.ts',
        'form-exclusive': 'client/form/exclusive.ts',
        'form-preview': 'client/form/preview.ts',
      },
      outdir: path.join(folder, 'client'),
      write: false,
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
      outdir: path.join(folder, 'client'),
      write: false,
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
      outdir: path.join(folder, 'client'),
      write: false,
      bundle: true,
      minify: true,
      target: ['chrome78', 'safari13'],
    }),
    build({
      entryPoints: { workbench: 'client/workbench/main.tsx' },
      outdir: path.join(folder, 'client'),
      write: false,
      entryNames: '[name]-[hash]',
      chunkNames: '[name]-[hash]',
      bundle: true,
      // What only some screens need is a file of its own, fetched by the first that does.
      splitting: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      metafile: true,
      ...jsx,
    }),
  ]);
  // What stands in a citizen's page itself: the names given out anew, so that the same few letters stand for what every function
  // takes, are some 200 bytes less of it, zipped.
  const [, inPage] = built;
  inPage.outputFiles = await Promise.all(
    inPage.outputFiles.map(async ({ path, text }) => ({
      path,
      contents: Buffer.from((await minify(text, SMALLER)).code),
    })),
  );
  await bring(
    folder,
    built.flatMap(({ outputFiles }) => outputFiles),
  );
}

/** Makes the folder hold these files and no others. Each is whole at every moment. */
async function bring(folder, files) {
  for (const { path: file, contents } of files) {
    const there = await readFile(file).catch(() => undefined);
    if (there?.equals(contents)) continue;
    await mkdir(path.dirname(file), { recursive: true });
    const half = `${file}.${process.pid}.half`;
    await writeFile(half, contents);
    await rename(half, file);
  }
  const wanted = new Set(files.map((file) => file.path));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.resolve(entry.parentPath, entry.name);
    if (entry.isFile() && !wanted.has(file)) await rm(file, { force: true });
  }
}

// Asked for itself, and not for what it knows of the server's bundles.
if ((await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  await buildInto(process.argv[2] ?? 'dist');
}
