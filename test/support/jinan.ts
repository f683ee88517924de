import { reconstructAnswers } from '../../server/example/reconstruct.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import { type Answers, Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { jinan, jinanQuestionnaire } from './cases.ts';

export const COMMUNITY = Questionnaire.parse(jinanQuestionnaire);
export const RESPONDENTS = Number(jinan.published.valid);

/** Every share that is printed: item, option, and the share as it stands there. */
export const PRINTED: readonly { item: string; option: string; share: string }[] = itemsOf(
  COMMUNITY,
).flatMap((item) => {
  const rated = jinan.items.find(({ id }) => id === item.id);
  const profile = jinan.profile[item.id];
  return optionsOf(COMMUNITY, item).map(({ id, label }, place) => {
    const share = rated ? rated.percent[place] : profile?.percent[textIn(label, 'zh-CN')];
    if (share === undefined) throw new Error(`no share is printed for ${item.id}/${id}`);
    return { item: item.id, option: id, share };
  });
});

/** As the note prints a share: two decimals, zeros at the end cut off. */
export const asPrinted = (display: string): string => display.replace(/\.?0+$/, '');

/** The whole numbers of respondents whose share is printed so. */
export function countsPrintedAs(share: string): number[] {
  return Array.from({ length: RESPONDENTS + 1 }, (_, n) => n).filter(
    (n) => asPrinted(((100 * n) / RESPONDENTS).toFixed(2)) === share,
  );
}

/** The 187 responses, made up so that every count is the only one that its printed share allows. */
export function communityAnswers(): Answers[] {
  const counts = new Map<string, number[]>();
  for (const { item, share } of PRINTED)
    counts.set(item, [...(counts.get(item) ?? []), countsPrintedAs(share)[0] ?? Number.NaN]);
  return reconstructAnswers(COMMUNITY, {
    received: { paper: 0, online: RESPONDENTS },
    counts: Object.fromEntries(counts),
    texts: {
      comments: Array.from(
        { length: Number(jinan.published.openComments) },
        (_, n) => `意见 ${n + 1}`,
      ),
    },
  });
}
