import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { EvaluationRole } from '../../../survey-definitions/role.ts';
import type { MadeLink } from '../api/people.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { OnceLink } from '../parts/once-link.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { peopleWords } from './words.ts';

/** The link of an invitation, and what is written to whom it is for. */
export function InvitationLink(props: {
  made: MadeLink & { role: EvaluationRole; note: string };
  close(): void;
}) {
  const { url, expiresAt, role, note } = props.made;
  const words = useWords(peopleWords).link;
  const shared = useWords(sharedWords).links;
  const terms = useWords(tradeTerms);
  const { department, year } = useEvaluation();
  const until = minuteInChina(expiresAt);
  return (
    <OnceLink
      title={note ? shared.titleFor(note) : shared.title}
      what={shared.onlyOnce(until)}
      text={words.text(words.evaluation(department, year), terms.roles[role], until, url)}
      url={url}
      close={props.close}
    />
  );
}
