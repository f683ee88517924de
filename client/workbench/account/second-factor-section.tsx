import { useState } from 'preact/hooks';
import {
  beginSecondFactor,
  endSecondFactor,
  type FactorKey,
  renewRecoveryCodes,
  type SecondFactor,
  secondFactor,
} from '../api/account.ts';
import { session } from '../api/session.ts';
import { invalidate } from '../data/query-client.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { AccountSection } from './account-section.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';
import { accountWords } from './words.ts';

/** The second factor: what it is, setting it up, and what can be done while it is on. */
export function SecondFactorSection() {
  const words = useWords(accountWords);
  const loaded = useQuery(secondFactor);
  const on = loaded.data?.on;
  return (
    <AccountSection
      id="factor"
      title={words.factor.title}
      state={
        on !== undefined && (
          <span class={on ? 'tag on' : 'tag'}>{on ? words.factor.on : words.factor.off}</span>
        )
      }
    >
      <QueryResult query={loaded}>{(factor) => <Factor factor={factor} />}</QueryResult>
    </AccountSection>
  );
}

type Step = 'begin' | 'renew' | 'end';

function Factor({ factor }: { factor: SecondFactor }) {
  const { factor: words } = useWords(accountWords);
  const [step, setStep] = useState<Step>();
  const [key, setKey] = useState<FactorKey>();
  const [codes, setCodes] = useState<readonly string[]>();
  const place = useRestoredFocus(`${key !== undefined} ${factor.on}`);
  const close = () => setStep(undefined);
  // What was required is reached from now on, or no more.
  const changed = () => invalidate(secondFactor.queryKey, session.queryKey);
  const steps = {
    begin: {
      title: words.begin,
      what: words.beginWhat,
      confirmLabel: words.next,
      confirmed: async (password: string) => setKey(await beginSecondFactor(password)),
    },
    renew: {
      title: words.renew,
      what: words.renewWhat,
      confirmLabel: words.renew,
      confirmed: async (password: string) =>
        setCodes((await renewRecoveryCodes(password)).recoveryCodes),
    },
    end: {
      title: words.turnOff,
      what: words.turnOffWhat,
      confirmLabel: words.turnOff,
      danger: true,
      confirmed: async (password: string) => void (await endSecondFactor(password)),
    },
  };
  const begun = key !== undefined && !factor.on;
  return (
    <div ref={place} class="stack">
      {!factor.on && <p class="reading">{words.what}</p>}
      {!factor.on && factor.required && <p class="notice attention">{words.required}</p>}
      {factor.on && <p>{words.codesLeft(factor.recoveryCodesLeft)}</p>}
      {factor.on && factor.required && <p class="small quiet">{words.mustStay}</p>}
      {begun && (
        <SecondFactorSetup
          factorKey={key}
          done={(given) => {
            setKey(undefined);
            setCodes(given);
            changed();
          }}
          cancel={() => setKey(undefined)}
        />
      )}
      <div class="actions screen-only">
        {!factor.on && !begun && (
          <button type="button" class="button" onClick={() => setStep('begin')}>
            {words.begin}
          </button>
        )}
        {factor.on && (
          <button type="button" class="button" onClick={() => setStep('renew')}>
            {words.renew}
          </button>
        )}
        {factor.on && !factor.required && (
          <button type="button" class="link-button warm" onClick={() => setStep('end')}>
            {words.turnOff}
          </button>
        )}
      </div>
      {step && (
        <PasswordDialog
          {...steps[step]}
          confirmed={async (password) => {
            await steps[step].confirmed(password);
            close();
            changed();
          }}
          close={close}
        />
      )}
      {codes && <RecoveryCodes codes={codes} close={() => setCodes(undefined)} />}
    </div>
  );
}
