import { LIVE_WORDS, type LiveWords } from './live-words.ts';
import type { PageData } from './page.ts';

const OF_MULTIPLE = ['tooFew', 'tooMany'];
const OF_TEXT = ['used', 'needText', 'tooLong'];
const OF_SECTIONS = ['part', 'nextPart'];
const OF_PROOF = ['proving'];
const OF_CODES = ['badCode', 'spentCode'];

/** The words that the script may come to need on this page: what it cannot say here is not carried. */
export function carriedWords({
  form,
  access,
  proofOfWork,
}: Pick<PageData, 'form' | 'access' | 'proofOfWork'>): LiveWords {
  const has = (type: string) => form.items.some((item) => item.type === type);
  const idle = [
    ...(has('multiple') ? [] : OF_MULTIPLE),
    ...(has('text') ? [] : OF_TEXT),
    ...(form.layout === 'sections' ? [] : OF_SECTIONS),
    ...(access.needed ? [] : OF_CODES),
    ...(proofOfWork ? [] : OF_PROOF),
  ];
  const words = Object.entries(LIVE_WORDS[form.language]).filter(([name]) => !idle.includes(name));
  return Object.fromEntries(words) as LiveWords;
}
