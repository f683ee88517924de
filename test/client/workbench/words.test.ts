import { describe, expect, it } from 'vitest';
import { en } from '../../../client/workbench/words/en.ts';
import { zh } from '../../../client/workbench/words/zh.ts';

/** Every text by its path; those with places to fill in are filled in with marks. */
function textsOf(words: object, path = ''): [path: string, text: string][] {
  return Object.entries(words).flatMap(([name, said]: [string, unknown]) => {
    const here = `${path}.${name}`;
    if (typeof said === 'string') return [[here, said] as [string, string]];
    if (typeof said === 'function') return [[here, String(said(...marks(here, said.length)))]];
    return textsOf(said as object, here);
  });
}

const LISTS = /\.(what|chartLabel|unexplained)$/;
const marks = (path: string, places: number) =>
  Array.from({ length: places }, (_, at) =>
    at === 0 && LISTS.test(path) ? ['X0', 'X9'] : `X${at}`,
  );

const chinese = new Map(textsOf(zh));
const english = new Map(textsOf(en));

describe('the workbench’s words', () => {
  it('say the same things in both languages', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()]);
  });

  it('leave no text empty but what collected responses mean, which goes without saying', () => {
    for (const words of [chinese, english]) {
      const empty = [...words].filter(([, text]) => text.trim() === '').map(([path]) => path);
      expect(empty).toEqual(['.provenanceMeans.collected']);
    }
  });

  it('fill in the same particulars in both languages', () => {
    const particulars = (text: string) =>
      [...new Set(text.match(/x\d/gi))].map((mark) => mark.toUpperCase()).toSorted();
    for (const [path, text] of chinese) {
      expect([path, particulars(english.get(path) ?? '')]).toEqual([path, particulars(text)]);
    }
  });

  it('are English in English but for the way back to Chinese', () => {
    const han = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(han.map(([path]) => path)).toEqual(['.shell.otherLanguage']);
  });

  it('use full-width punctuation between Chinese words', () => {
    const halfWidth = [...chinese].filter(([, text]) => /\p{Script=Han}[,;:!?]/u.test(text));
    expect(halfWidth).toEqual([]);
  });
});
