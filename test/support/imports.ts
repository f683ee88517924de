import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A source file of the project, by its path from the root with forward slashes. */
export interface Source {
  path: string;
  text: string;
}

/** One import as it is written, and where it leads: a path from the root, or a package. */
export interface Import {
  specifier: string;
  target: string;
  isPackage: boolean;
  /** `import type` or `export type`, which leave nothing behind at run time. */
  typeOnly: boolean;
}

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Every .ts and .tsx file under these folders of the project. */
export function sourcesUnder(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
      .map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), 'utf8') })),
  );
}

// A string is matched first, so that what looks like a comment inside one stays.
const STRING_OR_COMMENT =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/** The text with every comment blanked out. */
export function withoutComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (found) => (found.startsWith('/') ? ' ' : found));
}

// A statement starts its line, as the formatter leaves it; a call may stand anywhere.
const STATEMENT =
  /^(import|export)\b(?<type>\s+type\b(?!\s*,|\s+from\b))?(?<names>[^'";]*?from)?\s*['"](?<from>[^'"]+)['"]/gm;
const CALL = /\b(?:import|require)\s*\(\s*(?:['"`](?<from>[^'"`]+)['"`])?/g;

/** What a file imports, by statement or by call; a call whose target is computed has the target `?`. */
export function importsOf({ path: file, text }: Source): Import[] {
  const code = withoutComments(text);
  const statements = [...code.matchAll(STATEMENT)].map(({ groups }) =>
    importOf(file, groups?.from ?? '?', groups?.type !== undefined),
  );
  const calls = [...code.matchAll(CALL)].map(({ groups }) =>
    importOf(file, groups?.from ?? '?', false),
  );
  return [...statements, ...calls];
}

function importOf(file: string, specifier: string, typeOnly: boolean): Import {
  const isPackage = !specifier.startsWith('.');
  const target = isPackage
    ? specifier
    : path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  return { specifier, target, isPackage, typeOnly };
}
