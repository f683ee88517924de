import { useEvaluation } from './current-evaluation.ts';
import { useGroupLabel } from './group-label.ts';
import { useWords } from './language.tsx';
import { sharedWords } from './parts/words.ts';

/** The respondent groups that indicators ask and no survey of the evaluation has. */
export function MissingSurveys() {
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  const missing = useEvaluation().asks.filter(({ surveys }) => surveys.length === 0);
  if (missing.length === 0) return null;
  return (
    <ul class="notice missing-surveys">
      {missing.map(({ group, indicators }) => (
        <li key={group}>{shared.feeds.surveyMissing(indicators, groupLabel(group))}</li>
      ))}
    </ul>
  );
}
