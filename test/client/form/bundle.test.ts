import { gzipSync } from 'node:zlib';
import { type Metafile, transform } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../client/form/draft.ts';
import innerNames from '../../../client/form/inner-names.json' with { type: 'json' };
import { LIVE_WORDS } from '../../../client/form/live-words.ts';
import { buildForm } from '../../support/build-form.ts';
import { tagsOf } from '../../support/html-tags.ts';
import { page } from './sample.ts';

let script = '';
/** With what only some pages begin with. */
let scripts = '';
let style = '';
let metafile: Metafile;

beforeAll(async () => {
  const built = await buildForm();
  ({ script, style, metafile } = built);
  scripts = built.previewScript + built.exclusiveScript + script;
});

describe('a citizen’s download', () => {
  it('holds the form and nothing else: no Zod, no analysis, no schema, no library at all', () => {
    const rooms = Object.keys(metafile.inputs).map((file) => file.replace(/\/[^/]+$/, ''));
    expect([...new Set(rooms)]).toEqual(['client/form']);
  });

  it('holds no words of its own: they come with the page, in one language', () => {
    expect(script).not.toMatch(/\p{Script=Han}/u);
    expect(Object.keys(metafile.inputs)).not.toContain('client/form/form-words.ts');
  });

  it('has short names for what is its own, and for nothing that is sent, stored, or put into the page', () => {
    const carried =
      /id="data">([\s\S]*?)<\/script>/.exec(
        page({ errors: [{ item: 'air', code: 'required' }, { accessCode: 'required' }] }),
      )?.[1] ?? '';
    const draft: Required<Draft> = {
      answers: {},
      accessCode: '',
      startedAt: '',
      point: '',
      receipt: '',
      sending: { id: '', body: '' },
    };
    const read = [carried, JSON.stringify(draft), JSON.stringify(LIVE_WORDS.en)].flatMap((json) =>
      [...json.matchAll(/"(\w+)":/g)].map(([, key]) => key),
    );
    expect(read).toContain('lazyScripts');
    expect(innerNames.filter((name) => read.includes(name))).toEqual([]);
    for (const name of innerNames) expect(script).not.toMatch(new RegExp(`[.{,]${name}[:(,}=]`));
  });

  it('is written in no newer syntax than ES2019', async () => {
    // Lowering it to ES2019 once more changes nothing, so there is nothing newer in it; the second line shows that it would.
    const isOld = async (code: string) => {
      const lowered = await transform(code, { target: 'es2019' });
      return lowered.code === (await transform(code, { target: 'esnext' })).code;
    };
    expect(await isOld(scripts)).toBe(true);
    expect(await isOld('a?.b')).toBe(false);
  });

  it('calls nothing that Chrome 78 and Safari 13 lack', () => {
    expect(
      scripts.match(
        /\.replaceAll\(|\.at\(|hasOwn\(|structuredClone|randomUUID|\.allSettled|\.findLast|toSorted|globalThis|\.matchAll\(|ResizeObserver/,
      ),
    ).toBeNull();
  });

  it('stays small', () => {
    const html = page({ script }).replace('body{}', () => style);
    expect(tagsOf(html).filter((tag) => tag.name === 'script')).toHaveLength(2);
    const zipped = (text: string) => gzipSync(text, { level: 9 }).length;
    process.stdout.write(
      `form script ${script.length} B (${zipped(script)} gzip), style ${style.length} B (${zipped(style)} gzip)\n`,
    );
    expect(zipped(script)).toBeLessThan(10_752);
    expect(zipped(style)).toBeLessThan(3_584);
  });
});
