import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'acorn';
import { type Loader, transform } from 'esbuild';

/** A regular expression as it stands in a source. */
export interface Literal {
  source: string;
  flags: string;
}

/** The expressions of a TypeScript file, and whether it makes any of a text while it runs. */
export async function expressionsOf(
  file: string,
): Promise<{ literals: Literal[]; madeOfTexts: boolean }> {
  const loader = extname(file).slice(1) as Loader;
  const { code } = await transform(await readFile(file, 'utf8'), { loader, jsx: 'automatic' });
  const literals: Literal[] = [];
  let madeOfTexts = false;
  parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken(token) {
      // What its types leave out.
      const { type, value } = token as typeof token & { value: { pattern: string; flags: string } };
      if (type.label === 'regexp') literals.push({ source: value.pattern, flags: value.flags });
      if (type.label === 'name' && String(value) === 'RegExp') madeOfTexts = true;
    },
  });
  return { literals, madeOfTexts };
}
