import { LIVE_WORDS, type LiveWords } from './live-words.ts';
import type { PageData } from './page.ts';

const MULTIPLE_ONLY = ['too-few', 'too-many'];
const TEXT_ONLY = ['used', 'unwritten', 'too-long'];
const SECTIONS_ONLY = ['part', 'nextPart'];
const PROOF_ONLY = ['proving'];
const EXCLUSIVE_ONLY = ['exclusive'];
const ENDING_ONLY = ['ended', 'endedText'];
const CODE_ONLY = ['badCode', 'spentCode'];

/** The words that the script may come to need on this page; the others are left out, to keep the page small. */
export function scriptWords({
  form,
  access,
  proofOfWork,
}: Pick<PageData, 'form' | 'access' | 'proofOfWork'>): LiveWords {
  const has = (type: string) => form.items.some((item) => item.type === type);
  const some = (list: 'alone' | 'ends') => form.items.some((item) => item[list]?.length);
  const unused = [
    ...(has('multiple') ? [] : MULTIPLE_ONLY),
    ...(has('text') ? [] : TEXT_ONLY),
    ...(some('alone') ? [] : EXCLUSIVE_ONLY),
    ...(some('ends') ? [] : ENDING_ONLY),
    ...(form.layout === 'sections' ? [] : SECTIONS_ONLY),
    ...(access.needed ? [] : CODE_ONLY),
    ...(proofOfWork ? [] : PROOF_ONLY),
  ];
  const words = Object.entries(LIVE_WORDS[form.language]).filter(
    ([name]) => !unused.includes(name),
  );
  return Object.fromEntries(words) as LiveWords;
}
