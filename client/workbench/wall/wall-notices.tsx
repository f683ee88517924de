import type { Notice } from '../api/notices.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { NoticeLines } from '../notices/notice-lines.tsx';
import { tradeTerms } from '../terms.ts';

/** What asks somebody to look, in this order; those of one survey stand under its name once. Nothing where there is nothing. */
export function WallNotices(props: {
  pointed: readonly { survey: SurveySummary; notice: Notice }[];
  /** Whether a name says whose they are, as where several surveys hang together. */
  named: boolean;
}) {
  const terms = useWords(tradeTerms);
  const { pointed, named } = props;
  if (pointed.length === 0) return null;
  return (
    <ul class="wall-notices">
      {[...new Set(pointed.map(({ survey }) => survey))].map((whose) => (
        <li key={whose.code}>
          {named && (
            <p class="wall-whose">
              {groupLabel(terms, whose)} {whose.code}
            </p>
          )}
          <NoticeLines
            notices={pointed.flatMap(({ survey, notice }) => (survey === whose ? [notice] : []))}
          />
        </li>
      ))}
    </ul>
  );
}
