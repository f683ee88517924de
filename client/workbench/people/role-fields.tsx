import { EVALUATION_ROLES, type EvaluationRole } from '../../../survey-definitions/role.ts';
import { useWords } from '../language.tsx';
import { ChoiceGroup } from '../parts/choice-group.tsx';
import { tradeTerms } from '../terms.ts';
import { peopleWords } from './words.ts';

/** One of the roles, each with what it sees and may do. */
export function RoleFields({ initial }: { initial?: string }) {
  const words = useWords(peopleWords);
  const terms = useWords(tradeTerms);
  return (
    <ChoiceGroup name="role" class="fields role-fields" legend={words.role}>
      {EVALUATION_ROLES.map((role) => (
        <label class="choice" key={role}>
          <input type="radio" name="role" value={role} required defaultChecked={role === initial} />
          <span>
            {terms.roles[role]}
            <span class="small quiet role-means">{terms.rolesMean[role]}</span>
          </span>
        </label>
      ))}
    </ChoiceGroup>
  );
}

/** The role that was chosen. */
export const roleIn = (form: FormData): EvaluationRole =>
  EVALUATION_ROLES.find((role) => role === form.get('role')) ?? 'viewer';
