import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type Problem, ProblemError } from '../api/client.ts';
import { type ResponseFilter, responses } from '../api/responses.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { askNow } from '../data/query-client.ts';
import { useWords } from '../language.tsx';
import { responsePath, responsesPath } from '../paths.ts';
import { responsesWords } from './words.ts';

/** What came of looking: nothing yet, none, or why the server did not look. */
type Outcome = { none: string } | { problem: Problem } | undefined;

/** Finds the response whose receipt number somebody reads out, however it is typed; the only one opens at once. */
export function ReceiptSearch({
  survey,
  filter,
}: {
  survey: SurveySummary;
  filter: ResponseFilter;
}) {
  const words = useWords(responsesWords);
  const { id } = useEvaluation();
  const { route } = useLocation();
  const [outcome, setOutcome] = useState<Outcome>();
  const search = async (typed: string) => {
    if (typed === '') {
      setOutcome(undefined);
      if (filter.receipt) route(responsesPath(id, survey.code, {}), true);
      return;
    }
    try {
      const found = await askNow({ ...responses(survey.code, { receipt: typed }), staleTime: 0 });
      const [only, ...others] = found?.items ?? [];
      if (only === undefined) setOutcome({ none: typed });
      else if (others.length > 0) route(responsesPath(id, survey.code, { receipt: typed }), true);
      else route(responsePath(id, survey.code, only.id, {}));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setOutcome({ problem: error.problem });
    }
  };
  const said =
    outcome &&
    ('none' in outcome
      ? words.noSuchReceipt(outcome.none)
      : (outcome.problem.errors?.[0]?.message ?? outcome.problem.title));
  return (
    <search class="receipt-search">
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('receipt');
          void search(String(typed ?? '').trim());
        }}
      >
        <label class="small" for="receipt">
          {words.receipt}
        </label>
        <input
          id="receipt"
          class="input"
          type="search"
          name="receipt"
          maxLength={40}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          placeholder="7K3F-29QD"
          defaultValue={filter.receipt ?? ''}
          aria-describedby="receipt-said"
        />
        <button type="submit" class="button">
          {words.find}
        </button>
      </form>
      <p class="small receipt-said" id="receipt-said" role="status">
        {said}
      </p>
    </search>
  );
}
