import type { ComponentChildren, FunctionComponent } from 'preact';
import { useContext } from 'preact/hooks';
import type {
  AccountPermission,
  EvaluationPermission,
} from '../../../survey-definitions/permission.ts';
import { EvaluationContext, useMay } from '../current-evaluation.ts';
import { useMayDo } from '../data/account.ts';
import { evaluationDrafts } from '../data/drafts.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useWords } from '../language.tsx';
import { evaluationPath, evaluationsPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { InsteadPage } from './instead-page.tsx';
import { roleName } from './role-name.ts';
import { sharedWords } from './words.ts';

/** A screen of an evaluation for those whose role there holds the permission; the others are told kindly, and nothing is asked of the server. */
export function onlyWith(
  permission: EvaluationPermission,
  Screen: FunctionComponent,
): FunctionComponent {
  return function ScreenForSome() {
    return useMay(permission) ? <Screen /> : <NotForYou permission={permission} />;
  };
}

/** The same of a screen that is of no evaluation, by what the account holds. */
export function onlyWhoMay(
  permission: AccountPermission,
  Screen: FunctionComponent,
): FunctionComponent {
  return function ScreenForSome() {
    return useMayDo(permission) ? <Screen /> : <NotForYou />;
  };
}

/** In the place of a part of an evaluation that somebody's role does not hold: what he is here, and whom to ask. */
export function NotForYou({ permission }: { permission?: EvaluationPermission }) {
  const words = useWords(sharedWords).notForYou;
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const evaluation = useContext(EvaluationContext);
  if (!evaluation)
    return (
      <InsteadPage
        title={words.title}
        back={{ href: evaluationsPath, label: shared.evaluations.title }}
      >
        <p>{words.askAdmin}</p>
      </InsteadPage>
    );
  const parts: Partial<Record<EvaluationPermission, string>> = words.parts;
  const part = (permission && parts[permission]) ?? words.thisPart;
  return (
    <div class="empty">
      <h2>{words.title}</h2>
      <p>{words.role(roleName(terms.roles, evaluation.role), part)}</p>
      <p>{words.askEvaluators}</p>
      <KeptDrafts evaluation={evaluation.id} />
      <a class="button" href={evaluationPath(evaluation.id)}>
        {words.back}
      </a>
    </div>
  );
}

/** That what was typed in an evaluation and is not saved is still there; nothing where there is none. */
export function KeptDrafts({ evaluation }: { evaluation: string }): ComponentChildren {
  const words = useWords(sharedWords).notForYou;
  const unsaved = useUnsaved(evaluationDrafts(evaluation));
  return unsaved > 0 ? <p>{words.kept(unsaved)}</p> : null;
}
