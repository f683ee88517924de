import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inLanguage, type Words } from '../../../client/workbench/translation.ts';
import { LANGUAGES, type Language } from '../../../survey-definitions/text.ts';
import { importsOf, sourcesUnder, withoutComments } from '../../support/imports.ts';

const WORKBENCH = 'client/workbench';
const HAN = /\p{Script=Han}/u;

const files = sourcesUnder(WORKBENCH);
const isWords = (file: string) => /\/(words|terms)\.ts$/.test(file);
const wordsFiles = files.filter((file) => isWords(file.path));

/** What each words.ts exports, under the folder it stands in (terms.ts under its own name). */
const everyWords = new Map<string, Words>();
for (const file of wordsFiles) {
  const exported = Object.values(await import(path.resolve(file.path))) as Words[];
  if (exported.length !== 1 || !exported[0]) throw new Error(`${file.path} exports not one thing`);
  everyWords.set(nameOf(file.path), exported[0]);
}

function nameOf(file: string): string {
  return file.slice(WORKBENCH.length + 1).replace(/\/?words\.ts$|\.ts$/, '') || 'shell';
}

/** Every leaf by its path, whatever it is. */
function leavesOf(words: object, at: string): [path: string, leaf: unknown][] {
  return Object.entries(words).flatMap(([name, said]: [string, unknown]) => {
    const here = `${at}.${name}`;
    const isGroup = typeof said === 'object' && said !== null && !LANGUAGES.some((l) => l in said);
    return isGroup ? leavesOf(said, here) : [[here, said] as [string, unknown]];
  });
}

/** Every text by its path in one language; those with places to fill in are filled in with marks. */
function textsOf(words: Words, language: Language, at: string): [path: string, text: string][] {
  const places = new Map(leavesOf(words, at).map(([here, leaf]) => [here, placesOf(leaf)]));
  return leavesOf(inLanguage(words, language), at).map(([here, said]) => [
    here,
    String(typeof said === 'function' ? said(...marks(here, places.get(here) ?? 0)) : said),
  ]);
}

const placesOf = (leaf: unknown) => (typeof leaf === 'function' ? leaf.length : 0);
const LISTS = /\.(what|chartLabel|unexplained|surveyMissing|forIndicators|together\.\w+)$/;
const marks = (at: string, places: number) =>
  Array.from({ length: places }, (_, place) =>
    place === 0 && LISTS.test(at) ? ['X0', 'X9'] : `X${place}`,
  );

const allTexts = (language: Language) =>
  new Map([...everyWords].flatMap(([name, words]) => textsOf(words, language, `${name}:`)));
const chinese = allTexts('zh-CN');
const english = allTexts('en');

describe('the workbench’s words', () => {
  it('say the same things in both languages', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()]);
  });

  it('are there in both languages, and in no other, for every text', () => {
    const leaves = [...everyWords].flatMap(([name, words]) => leavesOf(words, `${name}:`));
    for (const [at, leaf] of leaves) {
      const said = typeof leaf === 'function' ? leaf(...marks(at, placesOf(leaf))) : leaf;
      expect([at, Object.keys(said)]).toEqual([at, LANGUAGES]);
      expect([at, Object.values(said).map((text) => typeof text)]).toEqual([
        at,
        ['string', 'string'],
      ]);
    }
    expect(leaves.length).toBeGreaterThan(290);
  });

  it('leave no text empty but what collected responses mean, which goes without saying', () => {
    for (const words of [chinese, english]) {
      const empty = [...words].filter(([, text]) => text.trim() === '').map(([at]) => at);
      expect(empty).toEqual(['parts:.provenanceMeans.collected']);
    }
  });

  it('fill in the same particulars in both languages', () => {
    const particulars = (text: string) =>
      [...new Set(text.match(/x\d/gi))].map((mark) => mark.toUpperCase()).toSorted();
    for (const [at, text] of chinese) {
      expect([at, particulars(english.get(at) ?? '')]).toEqual([at, particulars(text)]);
    }
  });

  it('are English in English but for the way back to Chinese', () => {
    const han = [...english].filter(([, text]) => HAN.test(text));
    expect(han.map(([at]) => at)).toEqual(['shell:.otherLanguage']);
  });

  it('use full-width punctuation between Chinese words', () => {
    const halfWidth = [...chinese].filter(([, text]) => /\p{Script=Han}[,;:!?]/u.test(text));
    expect(halfWidth).toEqual([]);
  });

  it('are made once for each language', () => {
    for (const words of everyWords.values()) {
      expect(inLanguage(words, 'en')).toBe(inLanguage(words, 'en'));
      expect(inLanguage(words, 'en')).not.toBe(inLanguage(words, 'zh-CN'));
    }
  });
});

describe('the files of the workbench’s words', () => {
  const screens = files.filter((file) => file.path.endsWith('.tsx'));
  const folderOf = (file: string) => path.posix.dirname(file);

  it('stand beside every screen', () => {
    const drawing = new Set(
      screens.filter(({ text }) => text.includes('useWords(')).map((file) => folderOf(file.path)),
    );
    const having = wordsFiles
      .filter((file) => file.path.endsWith('/words.ts'))
      .map((file) => folderOf(file.path));
    expect(having.toSorted()).toEqual([...drawing].toSorted());
  });

  it('hold every Chinese text but the product’s name, and leave none to a component', () => {
    const han = files.filter((file) => !isWords(file.path) && HAN.test(withoutComments(file.text)));
    expect(han.map((file) => file.path)).toEqual([`${WORKBENCH}/parts/use-title.ts`]);
  });

  it('are read by their own screen alone, but for what stands in parts and the terms', () => {
    const ofAll = [`${WORKBENCH}/parts/words.ts`, `${WORKBENCH}/terms.ts`];
    const screenOf = (file: string) => file.slice(WORKBENCH.length + 1).split('/')[0];
    const strange = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => isWords(target) && !ofAll.includes(target))
        .filter(({ target }) =>
          folderOf(target) === WORKBENCH
            ? folderOf(file.path) !== WORKBENCH
            : screenOf(target) !== screenOf(file.path),
        )
        .map(({ target }) => `${file.path} -> ${target}`),
    );
    expect(strange).toEqual([]);
  });
});

/** One word for one thing: what was once said in other words, and what it is called. */
const ONE_WORD: [wrong: RegExp, right: string][] = [
  [/试测/, '试调查'],
  [/选答|可不填/, '选填'],
  [/受访者|被访者/, '答卷人'],
  [/账号\s*(?:admin|account|\$\{)/, '用户名'],
  [/\buser name\b/i, 'username'],
  [/\bmanagement objects\b/i, 'staff asked'],
  [/en: 'Questions'/, 'Questionnaires'],
  [/China time/, 'Beijing time'],
];
/** What people read, wherever it is written down; a published version of a definition stays as it was published. */
const readByPeople = [
  ...sourcesUnder('client', 'server', 'analysis', 'survey-definitions').map((file) => ({
    ...file,
    text: withoutComments(file.text),
  })),
  ...['README.md', 'docs/privacy.md', 'docs/definitions.md', 'docs/contract.md'].map((file) => ({
    path: file,
    text: readFileSync(file, 'utf8'),
  })),
];

describe('the words of the product', () => {
  it.each(ONE_WORD)('do not say %s, but %s', (wrong) => {
    const strange = readByPeople.filter(({ text }) => wrong.test(text));
    expect(strange.map((file) => file.path)).toEqual([]);
  });

  it('are looked for in every room', () => {
    expect(readByPeople.length).toBeGreaterThan(250);
    expect(readByPeople.some(({ text }) => text.includes('试调查'))).toBe(true);
  });
});
