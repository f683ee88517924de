import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './shipped-definitions.ts';

/** What browsers load: the files of the workbench, and what the form carries inside its page. */
export interface Assets {
  /** File name -> content, for /assets/{name}. */
  files: ReadonlyMap<string, { body: Uint8Array<ArrayBuffer>; type: string }>;
  /** Addresses of the workbench's script and style; undefined where nothing has been built. */
  workbench: { script: string; style: string | undefined } | undefined;
  form: FormAssets;
}

export interface FormAssets {
  script: string;
  /** Put before it where an option stands alone. */
  exclusiveScript: string;
  style: string;
  /** Added to it in elder mode. */
  elderStyle: string;
  /** Addresses of what only some respondents need, by name: `elder` for form-elder-{hash}.js. */
  later: Record<string, string>;
  /** What a preview begins its script, and ends its style, with. */
  previewScript: string;
  previewStyle: string;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Reads dist/client once; its files are few and small, and a name that is not among them cannot reach the disk. */
export function loadAssets(folder = path.join(projectFolder(), 'dist', 'client')): Assets {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = new Map<string, { body: Uint8Array<ArrayBuffer>; type: string }>();
  for (const name of names) {
    const type = TYPES[path.extname(name)];
    if (type === undefined) continue;
    files.set(name, { body: new Uint8Array(readFileSync(path.join(folder, name))), type });
  }
  const named = (pattern: RegExp) => names.find((name) => pattern.test(name));
  const script = named(/^workbench-\w+\.js$/);
  const style = named(/^workbench-\w+\.css$/);
  const text = (name: string) => new TextDecoder().decode(files.get(name)?.body);
  return {
    files,
    workbench:
      script === undefined
        ? undefined
        : { script: `/assets/${script}`, style: style && `/assets/${style}` },
    form: {
      script: text('form.js'),
      exclusiveScript: text('form-exclusive.js'),
      style: text('form.css'),
      elderStyle: text('form-elder.css'),
      later: laterOf(names),
      previewScript: text('form-preview.js'),
      previewStyle: text('form-preview.css'),
    },
  };
}

/** What the form loads later, by name, out of these files. */
export function laterOf(names: readonly string[]): Record<string, string> {
  const found = names.flatMap((name) => {
    const [, short] = /^form-(\w+)-[A-Z0-9]{8}\.js$/.exec(name) ?? [];
    return short === undefined ? [] : [[short, `/assets/${name}`]];
  });
  return Object.fromEntries(found);
}
