import { useEvaluation, useMay } from './current-evaluation.ts';
import { useGroupLabel } from './group-label.ts';
import { useWords } from './language.tsx';
import { sharedWords } from './parts/words.ts';
import { stopPath } from './paths.ts';

/** The respondent groups that indicators ask and no survey of the evaluation has; where it leads on, with the way to the questionnaires. */
export function MissingSurveys({ leadsOn = false }: { leadsOn?: boolean }) {
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  const { id, asks } = useEvaluation();
  const maySetUp = useMay('surveys.write');
  const missing = asks.filter(({ surveys }) => surveys.length === 0);
  if (missing.length === 0) return null;
  return (
    <ul class="notice missing-surveys">
      {missing.map(({ group, indicators }) => (
        <li key={group}>{shared.feeds.surveyMissing(indicators, groupLabel(group))}</li>
      ))}
      {leadsOn && maySetUp && (
        <li class="screen-only">
          <a href={stopPath(id, 'questionnaires')}>{shared.questionnaires.chooseAction}</a>
        </li>
      )}
    </ul>
  );
}
