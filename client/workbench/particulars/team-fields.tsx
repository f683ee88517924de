import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Particulars } from '../../../survey-definitions/particulars.ts';
import {
  LONGEST_NAME,
  LONGEST_PARTICULAR,
  MOST_IN_TEAM,
} from '../../../survey-definitions/survey.ts';
import { useAccount } from '../data/account.ts';
import { drafts } from '../data/drafts.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { tradeTerms } from '../terms.ts';
import { MEMBER, memberField } from './read-particulars.ts';
import { particularsWords } from './words.ts';

type Team = NonNullable<Particulars['team']>;

/**
 * The team, a line each. A line that is removed is emptied and hidden rather than taken away: what is blank is not saved,
 * the lines behind it keep their names, and the draft sees that something was removed.
 */
export function TeamFields({ team, draft }: { team: Team; draft: string }) {
  const words = useWords(particularsWords);
  const terms = useWords(tradeTerms).particulars;
  const account = useAccount();
  const place = useRef<HTMLFieldSetElement>(null);
  const [lines, setLines] = useState(() =>
    Math.max(team.length, linesIn(drafts.read(account, draft)?.values)),
  );
  const [removed, setRemoved] = useState<readonly number[]>([]);
  const added = useRef(false);
  useLayoutEffect(() => {
    if (added.current) place.current?.querySelector<HTMLElement>(inputsOf(lines - 1))?.focus();
    added.current = false;
  }, [lines]);
  const shown = Array.from({ length: lines }, (_, line) => line).filter(
    (line) => !removed.includes(line),
  );
  const remove = (line: number) => {
    for (const input of place.current?.querySelectorAll<HTMLInputElement>(inputsOf(line)) ?? []) {
      input.value = '';
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    setRemoved([...removed, line]);
    // What had the focus is gone: on to the next line, or to the way to add one.
    place.current?.querySelector<HTMLElement>('.add')?.focus();
  };
  return (
    <fieldset class="fields team" ref={place}>
      <legend>{terms.names.team}</legend>
      {Array.from({ length: lines }, (_, line) => {
        const nth = shown.indexOf(line) + 1;
        return (
          <fieldset class="team-member" key={line} hidden={nth === 0}>
            <legend class="small quiet">{words.nth(nth)}</legend>
            {MEMBER.map((part) => (
              <Field key={part} name={memberField(line, part)} label={terms.member[part]}>
                {(inputProps) => (
                  <input
                    {...inputProps}
                    class="input"
                    autocomplete="off"
                    data-longest={part === 'work' ? LONGEST_PARTICULAR : LONGEST_NAME}
                    defaultValue={team[line]?.[part] ?? ''}
                  />
                )}
              </Field>
            ))}
            <button type="button" class="link-button small" onClick={() => remove(line)}>
              {words.remove(nth)}
            </button>
          </fieldset>
        );
      })}
      {shown.length < MOST_IN_TEAM && (
        <button
          type="button"
          class="button add"
          onClick={() => {
            added.current = true;
            setLines(lines + 1);
          }}
        >
          {words.add}
        </button>
      )}
    </fieldset>
  );
}

const inputsOf = (line: number) => `[name^="team.${line}."]`;

/** How many lines a draft has something in. */
function linesIn(values: Record<string, string[]> = {}): number {
  const numbers = Object.entries(values).flatMap(([name, [value]]) =>
    value ? (/^team\.(\d+)\./.exec(name)?.[1] ?? []) : [],
  );
  return Math.max(0, ...numbers.map((line) => Number(line) + 1));
}
