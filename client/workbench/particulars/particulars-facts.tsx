import type { Particulars } from '../../../survey-definitions/particulars.ts';
import { useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';
import { MEMBER, TEXTS } from './read-particulars.ts';

/** The particulars to be read: what is there, and nothing of what is not. */
export function ParticularsFacts({ particulars }: { particulars: Particulars }) {
  const terms = useWords(tradeTerms).particulars;
  const given = TEXTS.filter((name) => particulars[name]);
  const { team = [] } = particulars;
  if (given.length === 0 && team.length === 0) return null;
  return (
    <dl class="facts">
      {given.map((name) => (
        <div key={name}>
          <dt class="small quiet">{terms.names[name]}</dt>
          <dd class="long">{particulars[name]}</dd>
        </div>
      ))}
      {team.length > 0 && (
        <div>
          <dt class="small quiet">{terms.names.team}</dt>
          <dd>
            <ul class="team-list">
              {team.map((member) => (
                <li key={member.name}>
                  {MEMBER.flatMap((part) => member[part] ?? []).join(' · ')}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}
