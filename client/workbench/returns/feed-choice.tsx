import { useState } from 'preact/hooks';
import { changeEvaluation, evaluationsKey } from '../api/evaluations.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { sharedWords } from '../parts/words.ts';
import { scoringPath } from '../paths.ts';
import { returnsWords } from './words.ts';

/** Which indicators a survey feeds; where another formal survey of the group feeds them, this one can be chosen here. */
export function FeedChoice({ survey }: { survey: SurveySummary }) {
  const words = useWords(returnsWords);
  const shared = useWords(sharedWords);
  const evaluation = useEvaluation();
  const [asked, setAsked] = useState(false);
  const choose = useMutation(async () => {
    await changeEvaluation(evaluation.id, {
      feeds: { ...evaluation.feeds, [survey.respondentGroup]: survey.code },
    });
    setAsked(false);
    invalidate(evaluationsKey);
  });
  const inWords = (one: SurveySummary) => words.feeds.survey(one.code, base(one.compositeBase));
  if (survey.feeds.length > 0) {
    return (
      <p class="small">
        {shared.feeds.feeds(survey.feeds.length)}{' '}
        {survey.feeds.map((code) => (
          <a key={code} class="indicator-code" href={scoringPath(evaluation.id, code)}>
            {code}
          </a>
        ))}
      </p>
    );
  }
  const others = evaluation.surveys.filter(
    (one) => one.respondentGroup === survey.respondentGroup && one.code !== survey.code,
  );
  const now = others.find((one) => one.feeds.length > 0);
  if (survey.phase === 'pilot') return <p class="small quiet">{words.feeds.pilot}</p>;
  if (survey.state === 'draft') {
    return (
      <p class="small quiet">{now ? words.feeds.draftBeside(inWords(now)) : words.feeds.draft}</p>
    );
  }
  // Chosen already, and no indicator asks for its group.
  if (evaluation.feeds[survey.respondentGroup] === survey.code) {
    return <p class="small quiet">{shared.feeds.none}</p>;
  }
  return (
    <div class="small">
      <p class="quiet">{shared.feeds.none}</p>
      <button type="button" class="link-button" onClick={() => setAsked(true)}>
        {words.feeds.choose}
      </button>
      {asked && (
        <ConfirmDialog
          title={words.feeds.title(survey.code)}
          confirmLabel={words.feeds.choose}
          busy={choose.isPending}
          problem={choose.problem}
          onConfirm={choose.mutate}
          onClose={() => setAsked(false)}
        >
          <p>{words.feeds.what(now?.feeds ?? [], now && inWords(now), inWords(survey))}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
