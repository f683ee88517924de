import type { ResponsePage } from '../api/responses.ts';
import { useMayChange } from '../current-evaluation.ts';
import { ChoosingLine } from '../judging/choosing-line.tsx';
import { JudgingBar } from '../judging/judging-bar.tsx';
import { useRowKeys } from '../judging/use-row-keys.ts';
import { useSelection } from '../judging/use-selection.ts';
import { ResponseTable } from './response-table.tsx';

/** The list of responses, of which whoever may judge them chooses some and decides about all at once. */
export function JudgeableTable(
  props: Omit<Parameters<typeof ResponseTable>[0], 'selection'> & {
    /** How the pages read once something was decided. */
    onDecided(after: (page: ResponsePage) => ResponsePage): void;
  },
) {
  const mayJudge = useMayChange('responses.judge');
  const { onDecided, ...table } = props;
  const listed = props.pages.flatMap(({ items }) => items);
  const selection = useSelection(listed.map(({ id }) => id));
  useRowKeys(mayJudge ? selection : undefined);
  if (!mayJudge) return <ResponseTable {...table} />;
  return (
    <>
      <ChoosingLine selection={selection} n={listed.length} />
      <ResponseTable {...table} selection={selection} />
      <JudgingBar survey={props.survey.code} {...{ listed, selection, onDecided }} />
    </>
  );
}
