import { useEffect, useState } from 'preact/hooks';
import { judgeResponses } from '../api/judgements.ts';
import type { ListedResponse, ResponsePage } from '../api/responses.ts';
import { useEvaluation, useMayChange } from '../current-evaluation.ts';
import { useAccount } from '../data/account.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { DecisionForm } from './decision-form.tsx';
import type { Decision } from './decisions.ts';
import { MOST_CHOSEN } from './selection.ts';
import { takeInDecision, withDecided } from './take-in.ts';
import type { Selection } from './use-selection.ts';
import { judgingWords } from './words.ts';

/** One decision about all that are chosen in a list; then what became of them. */
export function JudgingBar(props: {
  survey: string;
  listed: readonly ListedResponse[];
  selection: Selection;
  /** How the pages of the list read once something was decided. */
  onDecided(after: (page: ResponsePage) => ResponsePage): void;
}) {
  const words = useWords(judgingWords);
  const mayJudge = useMayChange('responses.judge');
  const { id: evaluation } = useEvaluation();
  const author = useAccount();
  const [said, say] = useState('');
  const { survey: code, listed, selection } = props;
  const { chosen } = selection;
  const n = chosen.size;
  const judge = useMutation(async (decision: Decision) => {
    const { judged, unchanged } = await judgeResponses(code, { ids: [...chosen], ...decision });
    const made = { code, decision, author, judged };
    takeInDecision(made);
    props.onDecided((page) => withDecided(page, made));
    const moved = judged.filter(({ before, disposition }) => before !== disposition).length;
    say(words.done(moved, judged.length - moved, unchanged));
  });
  const decide = async (decision: Decision) => {
    const done = await judge.mutate(decision);
    // Once the form has let go of what was saved.
    if (done) setTimeout(leave);
    return done;
  };
  /** Back to the line that had the focus, or the first that was decided about. */
  const leave = () => {
    const first = document.querySelector<HTMLElement>('.response-rows tr:has(:checked) a');
    selection.clear();
    if (!document.activeElement?.closest('.response-rows')) first?.focus();
  };
  const isChoosing = n > 0;
  useEffect(() => {
    if (isChoosing) say('');
  }, [isChoosing]);
  if (!mayJudge) return null;
  return (
    <div class={isChoosing || said ? 'judging-bar screen-only open' : 'judging-bar'}>
      <p class="row small">
        <strong class="chosen-count" role="status">
          {isChoosing ? words.chosen(n) : said}
        </strong>
        {isChoosing && (
          <>
            <button type="button" class="link-button" onClick={selection.clear}>
              {words.clear}
            </button>
            <span class="quiet">{n >= MOST_CHOSEN && words.most(MOST_CHOSEN)}</span>
            <span class="quiet key-hint">{words.keys}</span>
          </>
        )}
      </p>
      {isChoosing && (
        <DecisionForm
          survey={code}
          draft={evaluationDrafts(evaluation) + draftKey('judging', code)}
          mayGiveBack={listed.some(({ id, ruled }) => ruled !== null && chosen.has(id))}
          label={words.judgeThem(n)}
          busy={judge.isPending}
          problem={judge.problem}
          message={undefined}
          decide={decide}
        />
      )}
    </div>
  );
}
