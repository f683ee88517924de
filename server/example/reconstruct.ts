import { createHash } from 'node:crypto';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import type { Answers, Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { PublishedSurvey } from './shuozhou-2019.ts';

/**
 * Single responses that have exactly the published counts. Only the marginals are known, so who gave which
 * combination is made up: each item's answers are dealt to the respondents in an order of its own. The order
 * is derived from names, so every server deals alike.
 * Throws where the published counts of an item do not fit its options or the number of respondents.
 */
export function reconstructAnswers(
  q: Questionnaire,
  published: Pick<PublishedSurvey, 'received' | 'counts' | 'texts'>,
): Answers[] {
  const respondents = published.received.paper + published.received.online;
  const answers: Answers[] = Array.from({ length: respondents }, () => ({}));
  for (const item of itemsOf(q)) {
    const dealt =
      item.type === 'text'
        ? (published.texts[item.id] ?? [])
        : expand(q.id, item.id, optionsOf(q, item), published.counts[item.id], respondents);
    shuffled(answers, `${q.id}/${item.id}`)
      .slice(0, dealt.length)
      .forEach((answer, index) => {
        answer[item.id] = dealt[index] as string;
      });
  }
  return answers;
}

function expand(
  questionnaire: string,
  item: string,
  options: { id: string }[],
  counts: readonly number[] | undefined,
  respondents: number,
): string[] {
  const total = counts?.reduce((sum, count) => sum + count, 0);
  if (!counts || counts.length !== options.length || total !== respondents) {
    throw new Error(`the published counts of ${questionnaire}/${item} do not fit its options`);
  }
  return options.flatMap((option, index) => Array<string>(counts[index] ?? 0).fill(option.id));
}

/** The same elements in an order that follows from the name alone. */
function shuffled<T>(elements: readonly T[], name: string): T[] {
  return elements
    .map((element, index) => ({ element, key: digest(`${name}/${index}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ element }) => element);
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** A UUID (version 8, made from a name) for a rebuilt response, so that loading twice cannot double it. */
export function uuidFor(name: string): string {
  const hex = digest(name);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
