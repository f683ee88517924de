import type { Evaluation } from '../api/evaluations.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { aboutComposite, type Combination } from './read-combination.ts';
import { feedNow, useFeedInWords } from './use-feed-in-words.ts';
import { returnsWords } from './words.ts';

/** Says in numbers what a combination changes, before it does. */
export function ConfirmCombination(props: {
  ask: Evaluation['asks'][number];
  combination: Combination;
  busy: boolean;
  confirm(): void;
  close(): void;
}) {
  const words = useWords(returnsWords);
  const inWords = useFeedInWords();
  const evaluation = useEvaluation();
  const { ask, combination } = props;
  const now = feedNow(evaluation, ask.group);
  const about = aboutComposite(combination, evaluation.surveys);
  return (
    <ConfirmDialog
      title={words.combine.confirmTitle}
      confirmLabel={words.combine.confirm}
      busy={props.busy}
      // What the server refuses stands beside the fields, which this covers.
      problem={undefined}
      onConfirm={props.confirm}
      onClose={props.close}
    >
      <p>
        {words.feeds.what(
          ask.indicators,
          now === undefined ? undefined : inWords(now),
          inWords(combination),
        )}
      </p>
      {about && (
        <p>
          {words.combine.composite(
            ask.composite?.display,
            about.value.toFixed(2),
            base(about.base),
          )}
        </p>
      )}
    </ConfirmDialog>
  );
}
