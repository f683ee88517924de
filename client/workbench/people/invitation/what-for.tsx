import { minuteInChina } from '../../../../survey-definitions/china-time.ts';
import type { Invited } from '../../api/invitation.ts';
import { useWords } from '../../language.tsx';
import { roleName } from '../../parts/role-name.ts';
import { Unbroken } from '../../parts/unbroken.tsx';
import { tradeTerms } from '../../terms.ts';
import { invitationWords } from './words.ts';

/** Who invites to what, as what, and what one sees then. */
export function WhatFor({ invited }: { invited: Invited }) {
  const words = useWords(invitationWords);
  const terms = useWords(tradeTerms);
  const { department, year, role, admin, invitedBy, expiresAt } = invited;
  const means: Record<string, string> = terms.rolesMean;
  const to =
    department !== undefined && year !== undefined
      ? words.evaluation(department, year)
      : admin
        ? words.asAdmin
        : words.asBeginner;
  return (
    <div class="sign-in-what stack">
      <div>
        <p class="invitation-by">{words.invites(invitedBy)}</p>
        <h1>
          <Unbroken>{to}</Unbroken>
        </h1>
      </div>
      {role !== undefined ? (
        <div class="invitation-role">
          <p class="small quiet">{words.asRole}</p>
          <p class="invitation-role-name">{roleName(terms.roles, role)}</p>
          <p>{means[role]}</p>
        </div>
      ) : (
        <p>{admin ? words.adminMeans : words.beginnerMeans}</p>
      )}
      <p class="small quiet">
        <Unbroken>{words.until(minuteInChina(expiresAt))}</Unbroken>
      </p>
    </div>
  );
}
