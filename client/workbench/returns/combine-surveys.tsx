import { useState } from 'preact/hooks';
import { COMBINE_WAYS, type CombineWay } from '../../../survey-definitions/survey.ts';
import { changeEvaluation, type Evaluation, evaluationsKey } from '../api/evaluations.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation, useMayChange } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { SegmentedChoice } from '../parts/segmented-choice.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { CombinationFields } from './combination-fields.tsx';
import { ConfirmCombination } from './confirm-combination.tsx';
import {
  type Combination,
  faultsInCombination,
  HOW,
  pathInCombination,
  readCombination,
} from './read-combination.ts';
import { feedNow, useFeedInWords } from './use-feed-in-words.ts';
import { returnsWords } from './words.ts';

type Ask = Evaluation['asks'][number];

/** For each group that several opened formal surveys have: what its indicators are scored from, and a way to combine them. */
export function CombineSurveys() {
  const evaluation = useEvaluation();
  const offered = evaluation.asks
    .map((ask) => ({ ask, surveys: mayFeed(evaluation, ask) }))
    .filter(({ surveys }) => surveys.length > 1);
  return (
    <>
      {offered.map(({ ask, surveys }) => (
        <GroupFeed key={ask.group} ask={ask} surveys={surveys} />
      ))}
    </>
  );
}

const mayFeed = ({ surveys }: Evaluation, { group }: Ask) =>
  surveys.filter(
    (survey) =>
      survey.respondentGroup === group && survey.phase === 'formal' && survey.state !== 'draft',
  );

function GroupFeed({ ask, surveys }: { ask: Ask; surveys: SurveySummary[] }) {
  const words = useWords(returnsWords);
  const groupLabel = useGroupLabel();
  const inWords = useFeedInWords();
  const evaluation = useEvaluation();
  const now = feedNow(evaluation, ask.group);
  const draft = evaluationDrafts(evaluation.id) + draftKey('combine', ask.group);
  const unsaved = useUnsaved(draft) > 0;
  const [editing, setEditing] = useState(unsaved);
  const mayCombine = useMayChange('evaluations.write');
  const place = useRestoredFocus<HTMLElement>(String(editing));
  return (
    <section class="group-feed stack" ref={place}>
      <h3>{words.combine.forIndicators(ask.indicators, groupLabel(ask.group))}</h3>
      <p class="small">
        {now === undefined ? words.combine.none : words.combine.now(inWords(now))}
      </p>
      {editing && mayCombine ? (
        <CombineForm ask={ask} surveys={surveys} draft={draft} close={() => setEditing(false)} />
      ) : (
        mayCombine && (
          <button type="button" class="button screen-only" onClick={() => setEditing(true)}>
            {typeof now === 'object' ? words.combine.change : words.combine.begin}
          </button>
        )
      )}
    </section>
  );
}

function CombineForm(props: { ask: Ask; surveys: SurveySummary[]; draft: string; close(): void }) {
  const words = useWords(returnsWords);
  const { ask, surveys, draft, close } = props;
  const { id, feeds } = useEvaluation();
  const stored = feeds[ask.group];
  const first: CombineWay = typeof stored === 'object' ? stored.combine : 'weighted';
  const [how, setHow] = useState<CombineWay>(first);
  const [asked, setAsked] = useState<{ combination: Combination; answer(done: boolean): void }>();
  const [sent, setSent] = useState<Combination>();
  const codes = surveys.map(({ code }) => code);
  const change = useMutation(async (combination: Combination) => {
    setSent(combination);
    await changeEvaluation(id, { feeds: { ...feeds, [ask.group]: combination } });
    invalidate(evaluationsKey);
  });
  /** What was filled in is asked about first; it is saved once somebody said yes. */
  const submit = async (form: FormData) => {
    const combination = readCombination(form, codes);
    const done = await new Promise<boolean>((answer) => setAsked({ combination, answer }));
    if (done) close();
    return done;
  };
  const answered = (done: boolean) => {
    asked?.answer(done);
    setAsked(undefined);
  };
  return (
    <>
      <Form
        draft={draft}
        stored={stored}
        submit={submit}
        problem={change.problem}
        pathOf={pathInCombination(ask.group, sent)}
        check={(form) => faultsInCombination(readCombination(form, codes), codes, words.combine)}
        actions={({ discard }) => (
          <>
            <button type="submit" class="button primary">
              {words.combine.go}
            </button>
            <CancelButton discard={discard} cancel={close} />
          </>
        )}
      >
        <div>
          <SegmentedChoice<CombineWay>
            name={HOW}
            label={words.combine.how}
            choices={COMBINE_WAYS.toReversed().map((value) => ({
              value,
              label: words.combine.ways[value],
            }))}
            initial={first}
            onChange={setHow}
          />
          <p class="small quiet">{words.combine.hints[how]}</p>
        </div>
        <CombinationFields how={how} surveys={surveys} stored={stored} />
      </Form>
      {asked && (
        <ConfirmCombination
          ask={ask}
          combination={asked.combination}
          busy={change.isPending}
          confirm={async () => answered(await change.mutate(asked.combination))}
          close={() => answered(false)}
        />
      )}
    </>
  );
}
