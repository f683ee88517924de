import { useLocation } from 'preact-iso/router';
import { evaluationsKey } from '../../api/evaluations.ts';
import { type Invited, joinByInvitation } from '../../api/invitation.ts';
import { type Session, session } from '../../api/session.ts';
import { invalidate } from '../../data/query-client.ts';
import { useMutation } from '../../data/use-mutation.ts';
import { useWords } from '../../language.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { roleName } from '../../parts/role-name.ts';
import { evaluationPath, evaluationsPath, peoplePath } from '../../paths.ts';
import { tradeTerms } from '../../terms.ts';
import { invitationWords } from './words.ts';

/** Accepting with the account that is signed in, where that would give it something. */
export function Join(props: { secret: string; invited: Invited; person: Session }) {
  const { secret, invited, person } = props;
  const words = useWords(invitationWords);
  const terms = useWords(tradeTerms);
  const { route } = useLocation();
  const target = invited.evaluation ? evaluationPath(invited.evaluation) : evaluationsPath;
  const joining = useMutation(async () => {
    await joinByInvitation(secret);
    route(target, true);
    invalidate(session.queryKey, evaluationsKey);
  });
  const { username } = person;
  if (username === invited.invitedBy)
    return (
      <>
        <p class="notice">{words.own}</p>
        {invited.evaluation && (
          <a class="button" href={peoplePath(invited.evaluation)}>
            {words.toPeople}
          </a>
        )}
      </>
    );
  const held = person.roles.find(({ evaluation }) => evaluation === invited.evaluation)?.role;
  return (
    <>
      {held !== undefined && <p class="notice">{words.already(roleName(terms.roles, held))}</p>}
      {held === invited.role && held !== undefined ? (
        <a class="button primary" href={target}>
          {words.toEvaluation}
        </a>
      ) : (
        <>
          <p>{words.joinWhat(username)}</p>
          <button
            type="button"
            class="button primary"
            aria-disabled={joining.isPending}
            onClick={() => joining.mutate()}
          >
            {words.joinAs(username)}
          </button>
        </>
      )}
      {joining.problem && <ProblemNotice problem={joining.problem} />}
      <p class="small quiet">{words.notYou(username)}</p>
    </>
  );
}
