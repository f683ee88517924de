import type { Evaluation } from '../api/evaluations.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { returnsWords } from './words.ts';

type Feed = Evaluation['feeds'][string];

/** Says what feeds a group, each survey with its base, and with its weight where there is one. */
export function useFeedInWords(): (feed: Feed) => string {
  const words = useWords(returnsWords);
  const { surveys } = useEvaluation();
  const survey = (code: string) => {
    const found = surveys.find((one) => one.code === code);
    return found ? words.feeds.survey(code, base(found.compositeBase ?? 0)) : code;
  };
  return (feed) => {
    if (typeof feed === 'string') return words.feeds.one(survey(feed));
    const together = feed.surveys.map(({ code, weight }) =>
      weight === undefined ? survey(code) : `${weight} × ${survey(code)}`,
    );
    return words.feeds.together[feed.combine](together);
  };
}

/** What feeds a group now; none where nothing was chosen, or what was chosen is not there. */
export function feedNow({ feeds, surveys }: Evaluation, group: string): Feed | undefined {
  const isFed = surveys.some((one) => one.respondentGroup === group && one.feeds.length > 0);
  return isFed ? feeds[group] : undefined;
}
