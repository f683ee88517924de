import { useState } from 'preact/hooks';
import { changeEvaluation, evaluationsKey } from '../api/evaluations.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation, useMay, useMayChange } from '../current-evaluation.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { FeedsLine } from '../feeds-line.tsx';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { combinedWith, isAsked } from '../stops.ts';
import { feedNow, useFeedInWords } from './use-feed-in-words.ts';
import { returnsWords } from './words.ts';

/** Which indicators a survey feeds; where others of the group feed them, or others with it, this one alone can be chosen here. */
export function FeedChoice({ survey }: { survey: SurveySummary }) {
  const words = useWords(returnsWords);
  const evaluation = useEvaluation();
  const inWords = useFeedInWords();
  const mayChoose = useMayChange('evaluations.write');
  const seesScoring = useMay('scoring.read');
  const now = feedNow(evaluation, survey.respondentGroup);
  if (!seesScoring) return null;
  // No choice where no indicator asks for its group.
  if (!isAsked(evaluation, survey)) return <FeedsLine survey={survey} />;
  if (survey.phase === 'pilot') return <p class="small quiet">{words.feeds.pilot}</p>;
  if (survey.state === 'draft') {
    return (
      <p class="small quiet">
        {now === undefined ? words.feeds.draft : words.feeds.draftBeside(inWords(now))}
      </p>
    );
  }
  const alone = survey.feeds.length > 0 && combinedWith(evaluation, survey).length === 0;
  return (
    <div class="small">
      <FeedsLine survey={survey} />
      {!alone && mayChoose && <ChooseAlone survey={survey} />}
    </div>
  );
}

function ChooseAlone({ survey }: { survey: SurveySummary }) {
  const words = useWords(returnsWords);
  const evaluation = useEvaluation();
  const inWords = useFeedInWords();
  const [asked, setAsked] = useState(false);
  const choose = useMutation(async () => {
    await changeEvaluation(evaluation.id, {
      feeds: { ...evaluation.feeds, [survey.respondentGroup]: survey.code },
    });
    setAsked(false);
    invalidate(evaluationsKey);
  });
  const now = feedNow(evaluation, survey.respondentGroup);
  const { indicators = [] } =
    evaluation.asks.find(({ group }) => group === survey.respondentGroup) ?? {};
  const label = survey.feeds.length > 0 ? words.feeds.chooseAlone : words.feeds.choose;
  return (
    <>
      <button type="button" class="link-button" onClick={() => setAsked(true)}>
        {label}
      </button>
      {asked && (
        <ConfirmDialog
          title={words.feeds.title(survey.code)}
          confirmLabel={label}
          busy={choose.isPending}
          problem={choose.problem}
          onConfirm={choose.mutate}
          onClose={() => setAsked(false)}
        >
          <p>
            {words.feeds.what(
              indicators,
              now === undefined ? undefined : inWords(now),
              inWords(survey.code),
            )}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
