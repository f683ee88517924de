import { type ScoredIndicator, type Scoring, scoring } from '../api/scoring.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { askNow } from '../data/query-client.ts';

/** What a scorer may enter for an indicator, each by a form of its own. */
type Entry = 'inputs' | 'override' | 'note';

/** The beginning of the names of all drafts of an indicator. */
export const indicatorDrafts = (evaluation: string, code: string): string =>
  `${evaluationDrafts(evaluation)}${draftKey('scoring', code)}/`;

/** How the form of one entry keeps its draft, and how it tells that somebody else saved meanwhile. */
export function useEntryDraft(code: string, entry: Entry, read: (of: ScoredIndicator) => unknown) {
  const { id } = useEvaluation();
  const ofThis = ({ indicators }: Scoring) => indicators.find((one) => one.code === code);
  return {
    draft: indicatorDrafts(id, code) + entry,
    async storedNow(): Promise<unknown> {
      const now = await askNow(scoring(id));
      const indicator = now && ofThis(now);
      return indicator && read(indicator);
    },
  };
}
