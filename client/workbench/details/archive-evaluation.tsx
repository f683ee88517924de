import { changeEvaluation, evaluation, evaluationsKey } from '../api/evaluations.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { detailsWords } from './words.ts';

/** Puts the evaluation into the archive, or takes it out again. */
export function ArchiveEvaluation() {
  const words = useWords(detailsWords);
  const { id, archivedAt } = useEvaluation();
  const archived = archivedAt !== null;
  const move = useMutation(async () => {
    const after = await changeEvaluation(id, { archived: !archived });
    setAndInvalidate(evaluation(id), after, evaluationsKey);
  });
  return (
    <>
      <p>{archived ? words.archivedMeans : words.archiveMeans}</p>
      <button type="button" class="button" aria-disabled={move.isPending} onClick={move.mutate}>
        {archived ? words.unarchive : words.archive}
      </button>
      {move.problem && <ProblemNotice problem={move.problem} />}
    </>
  );
}
