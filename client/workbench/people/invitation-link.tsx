import { useId, useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { EvaluationRole } from '../../../survey-definitions/role.ts';
import type { MadeInvitation } from '../api/people.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { OnceDialog } from '../parts/once-dialog.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { tradeTerms } from '../terms.ts';
import { peopleWords } from './words.ts';

/** The link by itself and in a text that can be sent as it is. */
export function InvitationLink(props: {
  made: MadeInvitation & { role: EvaluationRole; note: string };
  close(): void;
}) {
  const { url, expiresAt, role, note } = props.made;
  const words = useWords(peopleWords).link;
  const terms = useWords(tradeTerms);
  const { department, year } = useEvaluation();
  const id = useId();
  const [kept, setKept] = useState(false);
  const keep = () => setKept(true);
  const until = minuteInChina(expiresAt);
  const evaluation = words.evaluation(department, year);
  const text = words.text(evaluation, terms.roles[role], until, url);
  return (
    <OnceDialog
      title={note ? words.titleFor(note) : words.title}
      kept={kept}
      notKept={words.notKept}
      close={props.close}
      actions={<CopyButton primary text={text} label={words.copyMessage} copied={keep} />}
    >
      {() => (
        <>
          <p>
            <Unbroken>{words.onlyOnce(until)}</Unbroken>
          </p>
          <div class="field">
            <label class="label" for={`${id}-text`}>
              {words.message}
            </label>
            <textarea
              id={`${id}-text`}
              class="input invitation-text"
              readonly
              rows={8}
              value={text}
              onCopy={keep}
            />
          </div>
          <div class="field">
            <div class="row spread">
              <label class="label" for={`${id}-url`}>
                {words.url}
              </label>
              <CopyButton text={url} copied={keep} />
            </div>
            <input id={`${id}-url`} class="input" readonly value={url} onCopy={keep} />
          </div>
        </>
      )}
    </OnceDialog>
  );
}
