import type { ListedIndicatorSystem } from '../api/definitions.ts';
import { useWords } from '../language.tsx';
import { Asks } from '../parts/asks.tsx';
import { ChoiceGroup } from '../parts/choice-group.tsx';
import { sharedWords } from '../parts/words.ts';
import { definitionPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { versionsById } from '../versions.ts';
import { evaluationsWords } from './words.ts';

/** The indicator systems to choose from, each with what it weighs and what it asks of surveys; older versions on asking. */
export function SystemChoice({ systems }: { systems: readonly ListedIndicatorSystem[] }) {
  const words = useWords(evaluationsWords);
  const terms = useWords(tradeTerms);
  const byId = versionsById(systems);
  const older = byId.flatMap(([, ...before]) => before);
  return (
    <ChoiceGroup name="system" class="fields systems" legend={terms.indicatorSystem}>
      <p class="small quiet">{words.systemHint}</p>
      {byId.map(([newest]) => (
        <SystemCard key={newest.id} system={newest} />
      ))}
      {older.length > 0 && (
        // A draft may come back with one of them chosen.
        <details onChange={(event) => (event.currentTarget.open = true)}>
          <summary class="small">{words.olderVersions(older.length)}</summary>
          {older.map((system) => (
            <SystemCard key={`${system.id}@${system.version}`} system={system} />
          ))}
        </details>
      )}
    </ChoiceGroup>
  );
}

function SystemCard({ system }: { system: ListedIndicatorSystem }) {
  const words = useWords(evaluationsWords);
  const shared = useWords(sharedWords);
  const { id, version, title, level1, indicators, asks } = system;
  return (
    <div class="system-card">
      <label class="choice">
        <input type="radio" name="system" value={`${id}@${version}`} required />
        <span>{shared.evaluations.version(title, version)}</span>
      </label>
      <div class="small">
        <p>
          {level1.map(({ name, weight }) => `${name}\u00a0${weight.display}`).join(' · ')}
          <span class="quiet"> · {words.indicatorCount(indicators)}</span>
        </p>
        <Asks asks={asks} />
        <a href={definitionPath('indicator-systems', system)} target="_blank" rel="noreferrer">
          {words.readSystem}
        </a>
      </div>
    </div>
  );
}
