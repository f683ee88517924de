import { useRef } from 'preact/hooks';
import { LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import type { Account } from '../api/accounts.ts';
import type { Problem } from '../api/client.ts';
import { useAccount } from '../data/account.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Field } from '../parts/field.tsx';
import { accountsWords } from './words.ts';

/** What is asked before it is done to an account. */
export type Asked = 'disable' | 'enable' | 'make-admin' | 'take-admin' | 'reset-factor';

/** Says in numbers what a step would change, and waits for a yes. */
export function ConfirmStep(props: {
  asked: Asked;
  account: Account;
  busy: boolean;
  problem: Problem | undefined;
  confirm(reason: string): void;
  close(): void;
}) {
  const words = useWords(accountsWords);
  const reason = useRef<HTMLInputElement>(null);
  const { asked, account, busy, problem } = props;
  const { title, label, danger, lines } = useStep(asked, account);
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={label}
      danger={danger}
      busy={busy}
      problem={problem}
      onConfirm={() => props.confirm(reason.current?.value.trim() ?? '')}
      onClose={props.close}
    >
      <ul class="what-goes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {(asked === 'disable' || asked === 'enable') && (
        <Field label={words.reason} hint={words.reasonHint}>
          {(inputProps) => (
            <input
              {...inputProps}
              ref={reason}
              class="input"
              maxLength={LONGEST_REASON}
              autocomplete="off"
            />
          )}
        </Field>
      )}
    </ConfirmDialog>
  );
}

/** A step in words, and what it changes, line by line. */
function useStep(
  asked: Asked,
  account: Account,
): { title: string; label: string; danger: boolean; lines: string[] } {
  const words = useWords(accountsWords);
  const own = useAccount() === account.username;
  const { username, sessions, tokens, roles, admin } = account;
  const rolesHeld = (said: (n: number) => string) =>
    admin && roles.length === 0 ? [] : [said(roles.length)];
  const steps: Record<
    Asked,
    () => { title: string; label: string; danger: boolean; lines: string[] }
  > = {
    disable: () => ({
      title: words.disableTitle(username),
      label: words.disable,
      danger: true,
      lines: [
        words.ends.sessions(sessions),
        words.ends.tokens(tokens),
        ...rolesHeld(words.ends.roles),
        ...(own ? [words.ends.self] : []),
      ],
    }),
    enable: () => ({
      title: words.enableTitle(username),
      label: words.enable,
      danger: false,
      lines: [
        words.returns.password,
        words.returns.tokens(tokens),
        ...rolesHeld(words.returns.roles),
      ],
    }),
    'make-admin': () => ({
      title: words.makeAdminTitle(username),
      label: words.makeAdmin,
      danger: false,
      lines: [words.adminGets],
    }),
    'take-admin': () => ({
      title: words.takeAdminTitle(username),
      label: words.takeAdmin,
      danger: true,
      lines: [own ? words.adminLosesSelf : words.adminLoses(roles.length)],
    }),
    'reset-factor': () => ({
      title: words.factorTitle(username),
      label: words.resetFactor,
      danger: true,
      lines: [words.factorGoes, words.factorCheck],
    }),
  };
  return steps[asked]();
}
