import { keepPreviousData } from '@tanstack/query-core';
import { useState } from 'preact/hooks';
import { evaluationsKey } from '../api/evaluations.ts';
import {
  type Freezing,
  type FrozenFigures,
  freeze,
  frozenFigures,
  tryFreezing,
} from '../api/figures.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { GroupsToFreeze } from './groups-to-freeze.tsx';
import { figuresWords } from './words.ts';
import { WouldChange } from './would-change.tsx';

/** Says what freezing would do before it is done: of which groups, what scores move, who still collects, what it replaces. */
export function FreezeDialog(props: {
  /** One group alone to begin with; undefined: all that can be frozen. */
  only: string | undefined;
  frozen(made: FrozenFigures): void;
  close(): void;
}) {
  const words = useWords(figuresWords).freeze;
  const { id } = useEvaluation();
  const [chosen, setChosen] = useState(props.only === undefined ? undefined : [props.only]);
  // What can be frozen at all is what freezing without a choice would.
  const possible = useQuery(tryFreezing(id, undefined));
  const groups = chosen ?? possible.data?.groups.map(({ group }) => group) ?? [];
  const isAll = chosen === undefined || chosen.length === 0;
  const tried = useQuery({
    ...tryFreezing(id, isAll ? undefined : chosen),
    // The numbers of the choice before stay until those of this one are there.
    placeholderData: keepPreviousData,
  });
  const change = useMutation(async () => {
    const made = await freeze(id, groups);
    setAndInvalidate(frozenFigures(id, made.id), made, evaluationsKey);
    props.frozen(made);
  });
  const isReady = groups.length > 0 && tried.status === 'success';
  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.confirm}
      busy={change.isPending || !isReady}
      problem={change.problem}
      onConfirm={async () => {
        if (isReady && (await change.mutate())) props.close();
      }}
      onClose={props.close}
    >
      {possible.status === 'success' && (
        <GroupsToFreeze possible={possible.data} chosen={groups} choose={setChosen} />
      )}
      {groups.length > 0 && tried.status === 'success' && <WouldChange tried={tried.data} />}
      {(possible.status === 'pending' || tried.status === 'pending') && (
        <p class="small quiet" role="status">
          {words.computing}
        </p>
      )}
      <Refused query={possible.status === 'error' ? possible : tried} />
    </ConfirmDialog>
  );
}

function Refused({ query }: { query: ReturnType<typeof useQuery<Freezing>> }) {
  return query.status === 'error' ? (
    <ProblemNotice problem={query.problem} retry={query.retry} />
  ) : null;
}
