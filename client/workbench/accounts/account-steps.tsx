import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { dayInChina } from '../../../survey-definitions/china-time.ts';
import {
  type Account,
  type AccountChange,
  account as accountOf,
  accountsKey,
  changeAccount,
  removeSecondFactor,
} from '../api/accounts.ts';
import { session } from '../api/session.ts';
import { useAccount } from '../data/account.ts';
import { invalidate, setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { type Asked, ConfirmStep } from './confirm-step.tsx';
import { ResetLink } from './reset-link.tsx';
import { accountsWords } from './words.ts';

/** What an admin can do about an account, each with what it is now beside it. What cannot be taken lightly asks first. */
export function AccountSteps(props: { account: Account; done(said: string): void }) {
  const words = useWords(accountsWords);
  const { account, done } = props;
  const me = useAccount();
  const [asked, setAsked] = useState<Asked>();
  const change = useMutation(async (wanted: AccountChange, said: string) => {
    const after = await changeAccount(account.id, wanted);
    setAndInvalidate(accountOf(account.id), after, accountsKey);
    // Whoever changes his own account may be another from now on, or nobody.
    if (account.username === me) invalidate(session.queryKey);
    done(said);
  });
  const resetFactor = useMutation(async () => {
    await removeSecondFactor(account.id);
    invalidate(accountsKey);
    done(words.done.factor);
  });
  const confirm = async (reason: string) => {
    const changed: Record<Asked, () => Promise<boolean>> = {
      disable: () =>
        change.mutate({ disabled: true, ...(reason && { reason }) }, words.done.disabled),
      enable: () =>
        change.mutate({ disabled: false, ...(reason && { reason }) }, words.done.enabled),
      'make-admin': () => change.mutate({ admin: true }, words.done.madeAdmin),
      'take-admin': () => change.mutate({ admin: false }, words.done.takenAdmin),
      'reset-factor': () => resetFactor.mutate(),
    };
    if (asked && (await changed[asked]())) setAsked(undefined);
  };
  const begins = account.beginsEvaluations;
  return (
    <>
      <section>
        <h2>{words.access}</h2>
        <Step
          label={account.admin ? words.takeAdmin : words.makeAdmin}
          press={() => setAsked(account.admin ? 'take-admin' : 'make-admin')}
        >
          {account.admin ? words.isAdmin : words.isNoAdmin}
        </Step>
        {!account.admin && (
          <Step
            label={begins ? words.stopBegin : words.letBegin}
            press={() =>
              change.mutate(
                { beginsEvaluations: !begins },
                begins ? words.done.stopsBegin : words.done.begins,
              )
            }
          >
            {begins ? words.mayBegin : words.mayNotBegin}
          </Step>
        )}
      </section>
      <section>
        <h2>{words.signIn}</h2>
        <Step
          label={account.secondFactor ? words.resetFactor : undefined}
          press={() => setAsked('reset-factor')}
        >
          {account.secondFactor ? words.factorOn : words.factorOff}
        </Step>
        <ResetLink account={account} />
      </section>
      <section>
        <h2>{words.use}</h2>
        <Step
          danger={!account.disabled}
          label={account.disabled ? words.enable : words.disable}
          press={() => setAsked(account.disabled ? 'enable' : 'disable')}
        >
          {account.disabledAt === null
            ? words.inUse
            : words.notInUse(dayInChina(account.disabledAt))}
        </Step>
      </section>
      {!asked && change.problem && <ProblemNotice problem={change.problem} />}
      {asked && (
        <ConfirmStep
          asked={asked}
          account={account}
          busy={change.isPending || resetFactor.isPending}
          problem={asked === 'reset-factor' ? resetFactor.problem : change.problem}
          confirm={confirm}
          close={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** How something stands, and the way to change it. */
export function Step(props: {
  label: string | undefined;
  danger?: boolean;
  press(): void;
  children: ComponentChildren;
}) {
  return (
    <div class="account-step">
      <p>{props.children}</p>
      {props.label && (
        <button
          type="button"
          class={props.danger ? 'button danger' : 'button'}
          onClick={props.press}
        >
          {props.label}
        </button>
      )}
    </div>
  );
}
