import { useState } from 'preact/hooks';
import {
  SECOND_FACTOR_POLICIES,
  type SecondFactorPolicy,
} from '../../../survey-definitions/sign-in-policy.ts';
import { accounts, changeSignInPolicy, signInPolicy } from '../api/accounts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { accountsWords } from './words.ts';

/** Who has to sign in with a second factor; the question before says how many have none yet. */
export function SignInPolicy() {
  const words = useWords(accountsWords);
  const policy = useQuery(signInPolicy);
  const without = useQuery(accounts()).data?.withoutSecondFactor;
  const [wanted, setWanted] = useState<SecondFactorPolicy>();
  const change = useMutation(async (secondFactor: SecondFactorPolicy) => {
    await changeSignInPolicy({ secondFactor });
    invalidate(signInPolicy.queryKey);
    setWanted(undefined);
  });
  if (policy.status !== 'success') return null;
  const missing = wanted && wanted !== 'optional' ? (without?.[wanted] ?? 0) : 0;
  return (
    <section class="stack">
      <h2>{words.policy.title}</h2>
      <SegmentedControl
        label={words.policy.title}
        choices={SECOND_FACTOR_POLICIES.map((value) => ({ value, label: words.policy.who[value] }))}
        value={wanted ?? policy.data.secondFactor}
        onChange={(value) => value !== policy.data.secondFactor && setWanted(value)}
      />
      {wanted && (
        <ConfirmDialog
          title={words.policy.ask(words.policy.who[wanted])}
          confirmLabel={words.policy.change}
          busy={change.isPending}
          problem={change.problem}
          onConfirm={() => change.mutate(wanted)}
          onClose={() => setWanted(undefined)}
        >
          <p>{wanted === 'optional' ? words.policy.optional : words.policy.missing(missing)}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
