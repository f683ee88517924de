import type { Problem } from '../api/client.ts';
import type { Survey } from '../api/surveys.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { surveyWords } from './words.ts';

/** Says before a survey opens what is fixed from then on, and what can still be changed. */
export function OpenDialog(props: {
  survey: Survey;
  busy: boolean;
  problem: Problem | undefined;
  onConfirm(): void;
  onClose(): void;
}) {
  const words = useWords(surveyWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { survey, ...dialog } = props;
  const fixed = [
    [terms.questionnaire, words.titleAndVersion(survey.title, survey.questionnaire.version)],
    [words.settings.phase, terms.phases[survey.phase]],
    [words.settings.access, shared.protection.ways[survey.access]],
  ] as const;
  return (
    <ConfirmDialog title={words.moves.openTitle} confirmLabel={words.moves.open} {...dialog}>
      <p>{words.moves.openHint[survey.access]}</p>
      <p>{words.moves.becomesFixed}</p>
      <dl class="fixed-facts small">
        {fixed.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{words.moves.reasonFromThen}</p>
    </ConfirmDialog>
  );
}
