import { type Finding, finding } from './fault.ts';
import { optionsOf } from './item-options.ts';
import type { Item, Questionnaire } from './questionnaire.ts';
import { LARGEST_RESPONSE } from './response.ts';

/** As much as JSON needs for a character; a character beyond the first 65,536 is written in four bytes. */
const BYTES_A_CHARACTER = 6;
/** What a response carries beside its answers: when it was begun, an access code, a proof of work. */
const BESIDE_ANSWERS = 6 * 1024;
const MOST = LARGEST_RESPONSE - BESIDE_ANSWERS;

/** Bytes of JSON that the fullest answer to an item takes, with its id. */
function largestAnswer(q: Questionnaire, item: Item): number {
  const own = item.id.length + '"":"",'.length;
  if (item.type === 'text') return own + item.maxLength * BYTES_A_CHARACTER;
  const ids = optionsOf(q, item).map(({ id }) => id.length);
  if (item.type !== 'multiple') return own + Math.max(0, ...ids);
  return own + ids.reduce((sum, length) => sum + length + '"",'.length, 0);
}

/**
 * The item with which the answers, each as full as its item allows, no longer fit into a response: whoever fills in such a
 * questionnaire to the end could not hand it in.
 */
export function responseSizeFindings(q: Questionnaire): Finding[] {
  let bytes = 0;
  let characters = 0;
  for (const [s, section] of q.sections.entries()) {
    for (const [i, item] of section.items.entries()) {
      bytes += largestAnswer(q, item);
      if (item.type === 'text') characters += item.maxLength;
      if (bytes <= MOST) continue;
      const at = ['sections', s, 'items', i];
      const room = Math.floor(MOST / BYTES_A_CHARACTER);
      return [
        finding(
          item.type === 'text' ? [...at, 'maxLength'] : at,
          'answers-too-large',
          `到这道题为止，文字题合计可填 ${characters} 字，连同选项超出一份答卷的容量（约 ${room} 字），写满就交不上来`,
          `up to this item answers may hold ${characters} characters of text, more with their options than a response has room for (some ${room}): one filled in to the end could not be handed in`,
        ),
      ];
    }
  }
  return [];
}
