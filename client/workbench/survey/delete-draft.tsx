import { useLocation } from 'preact-iso/router';
import { evaluationsKey } from '../api/evaluations.ts';
import { accessCodes, deleteSurvey, type Survey } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { stopPath } from '../paths.ts';
import { surveyWords } from './words.ts';

/** Deletes a draft after saying in numbers what goes with it. */
export function DeleteDraft({ survey, close }: { survey: Survey; close(): void }) {
  const words = useWords(surveyWords).moves;
  const { id } = useEvaluation();
  const { route } = useLocation();
  const codes = useQuery(accessCodes(survey.code));
  const remove = useMutation(async () => {
    await deleteSurvey(survey.code);
    route(stopPath(id, 'returns'), true);
    invalidate(evaluationsKey);
  });
  return (
    <ConfirmDialog
      title={words.deleteTitle(survey.code)}
      confirmLabel={words.delete}
      danger
      busy={remove.isPending}
      problem={remove.problem}
      onConfirm={remove.mutate}
      onClose={close}
    >
      <p>{words.deleteWhat(count(survey.plan.total), count(survey.points.length))}</p>
      {survey.access === 'code' && <p>{words.deleteCodes(count(codes.data?.issued ?? 0))}</p>}
      <p>{words.deleteLinks}</p>
    </ConfirmDialog>
  );
}
