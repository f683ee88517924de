import { useState } from 'preact/hooks';
import { deleteEvaluation, EVALUATIONS, type Evaluation, scoring } from '../api.ts';
import { count } from '../format.ts';
import { renew, useAction, useLoaded } from '../known.ts';
import { useWords } from '../language.tsx';
import { Confirm } from '../parts/confirm.tsx';

/** Takes the worked example away with everything in it; the question before says in numbers what that is. */
export function DeleteExample(props: { evaluation: Evaluation; deleted(message: string): void }) {
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const { evaluation } = props;
  const remove = useAction(async () => {
    const gone = await deleteEvaluation(evaluation.id);
    setAsked(false);
    props.deleted(words.evaluations.deleted(count(gone.surveys), count(gone.responses)));
    renew(EVALUATIONS);
  });
  return (
    <div class="example-note small">
      <p>{words.evaluations.exampleHint}</p>
      <button type="button" class="link-button warm" onClick={() => setAsked(true)}>
        {words.evaluations.deleteExample}
      </button>
      {asked && (
        <Confirm
          title={words.evaluations.deleteTitle(evaluation.department, evaluation.year)}
          yes={words.evaluations.deleteYes}
          danger
          busy={remove.busy}
          problem={remove.problem}
          accept={remove.run}
          close={() => setAsked(false)}
        >
          <WhatGoes evaluation={evaluation} />
        </Confirm>
      )}
    </div>
  );
}

function WhatGoes({ evaluation }: { evaluation: Evaluation }) {
  const words = useWords();
  const scored = useLoaded(scoring(evaluation.id));
  const { surveys } = evaluation;
  const received = surveys.reduce((sum, survey) => sum + survey.received, 0);
  const indicators = scored.state === 'ready' ? scored.data.indicators : [];
  const entered = indicators.filter((indicator) => indicator.inputs).length;
  const overridden = indicators.filter((indicator) => indicator.override).length;
  return (
    <>
      <ul class="what-goes">
        <li>{words.evaluations.goesSurveys(count(surveys.length), count(received))}</li>
        {scored.state === 'ready' && (
          <li>{words.evaluations.goesScores(count(entered), count(overridden))}</li>
        )}
      </ul>
      <p>{words.evaluations.goesForGood}</p>
    </>
  );
}
