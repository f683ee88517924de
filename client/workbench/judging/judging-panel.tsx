import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { ProblemError } from '../api/client.ts';
import { judgeResponse } from '../api/judgements.ts';
import { type Response, responseKey } from '../api/responses.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation, useMayChange } from '../current-evaluation.ts';
import { useAccount } from '../data/account.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { queryClient } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { DecisionForm } from './decision-form.tsx';
import type { Decision } from './decisions.ts';
import { DispositionTag } from './disposition-tag.tsx';
import { JudgementHistory, useJudgementInWords } from './judgement-history.tsx';
import { takeInDecision } from './take-in.ts';
import { judgingWords } from './words.ts';

interface Judging {
  survey: SurveySummary;
  response: Response;
  /** Path of the next one of the list; undefined at its end. */
  next: string | undefined;
}

/** What the rules decided about a response and why, who overruled them, and the way to do so. `children`: what the rules found. */
export function JudgingPanel(props: Judging & { children: ComponentChildren }) {
  const words = useWords(judgingWords);
  const mayJudge = useMayChange('responses.judge');
  const { disposition, ruled, reasons, flags, judgements } = props.response;
  return (
    <section class="judging stack" aria-label={words.title}>
      <dl class="response-facts small">
        <div>
          <dt>{words.byRules}</dt>
          <dd>
            <DispositionTag disposition={ruled ?? disposition} />
          </dd>
        </div>
        {ruled !== null && (
          <div>
            <dt>{words.now}</dt>
            <dd>
              <DispositionTag disposition={disposition} />{' '}
              <span class="overruled-mark">
                {ruled === disposition ? words.kept : words.overruled}
              </span>
            </dd>
          </div>
        )}
      </dl>
      {props.children}
      {reasons.length === 0 && (
        <p class="small quiet">{flags.length > 0 ? words.onlyFlags : words.noReason}</p>
      )}
      <JudgementHistory judgements={judgements} />
      {mayJudge && <JudgeOne {...props} />}
    </section>
  );
}

function JudgeOne({ survey, response, next }: Judging) {
  const words = useWords(judgingWords);
  const { id: evaluation } = useEvaluation();
  const author = useAccount();
  const { route } = useLocation();
  const [isSaved, setSaved] = useState(false);
  const { code } = survey;
  const { id } = response;
  // What the one who decides has on screen; whoever decided since is shown to him first.
  const seenAt = useRef<string | null>(null);
  seenAt.current = response.judgements.at(-1)?.at ?? null;
  const judge = useMutation(async (decision: Decision) => {
    const asked = judgeResponse(id, { ...decision, seenAt: seenAt.current });
    const { judged } = await asked.catch(showWhatWasDecided);
    const staysAt = next === undefined ? id : undefined;
    takeInDecision({ code, decision, author, judged }, { staysAt });
  });
  /** What another has decided meanwhile stands on screen before it is said that he did. */
  const showWhatWasDecided = async (error: unknown): Promise<never> => {
    if (error instanceof ProblemError && error.problem.code === 'judged-meanwhile')
      await queryClient.invalidateQueries({ queryKey: responseKey(code, id) });
    throw error;
  };
  const decide = async (decision: Decision) => {
    setSaved(false);
    const done = await judge.mutate(decision);
    setSaved(done);
    // Once the form has let go of what was saved.
    if (done && next !== undefined) setTimeout(() => route(next, true));
    return done;
  };
  const isMeanwhile = judge.problem?.code === 'judged-meanwhile';
  return (
    <DecisionForm
      survey={code}
      draft={evaluationDrafts(evaluation) + draftKey('judging', code, id)}
      mayGiveBack={response.ruled !== null}
      label={next === undefined ? words.save : words.saveAndNext}
      busy={judge.isPending}
      problem={isMeanwhile ? undefined : judge.problem}
      message={isSaved && next === undefined && words.savedLast}
      decide={decide}
    >
      {isMeanwhile && <Meanwhile last={response.judgements.at(-1)} />}
    </DecisionForm>
  );
}

/** What another has decided since the response was read; what was typed stays beside it. */
function Meanwhile({ last }: { last: Response['judgements'][number] | undefined }) {
  const words = useWords(judgingWords);
  const inWords = useJudgementInWords();
  return (
    <div class="notice attention judged-meanwhile" role="alert">
      {last && (
        <>
          <p>
            <strong>{words.meanwhile(last.author, minuteInChina(last.at))}</strong>
          </p>
          <p>
            {inWords(last)} {last.reason && <q>{last.reason}</q>}
          </p>
        </>
      )}
      <p>{words.meanwhileKept}</p>
    </div>
  );
}
