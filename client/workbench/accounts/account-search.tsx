import { useEffect, useRef } from 'preact/hooks';
import { LONGEST_SEARCH } from '../../../survey-definitions/evaluation.ts';
import { useWords } from '../language.tsx';
import { useAddressChoice } from '../use-address-choice.ts';
import { accountsWords } from './words.ts';

/** A pause in typing after which is looked for. */
const PAUSE_MS = 300;

/** Whose account is looked for, kept in the address. */
export function AccountSearch({ q }: { q: string }) {
  const words = useWords(accountsWords);
  const { choose } = useAddressChoice();
  const pause = useRef(0);
  useEffect(() => () => window.clearTimeout(pause.current), []);
  const search = (typed: string) => {
    window.clearTimeout(pause.current);
    choose({ q: typed.trim() || undefined });
  };
  return (
    <search class="filter-bar">
      <input
        // Where the address loses what was looked for, the field does too.
        key={q ? 'looking' : 'none'}
        class="input search"
        type="search"
        name="q"
        aria-label={words.search}
        placeholder={words.search}
        maxLength={LONGEST_SEARCH}
        autocomplete="off"
        defaultValue={q}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && search(currentTarget.value)}
        onInput={({ currentTarget: { value } }) => {
          window.clearTimeout(pause.current);
          pause.current = window.setTimeout(() => search(value), PAUSE_MS);
        }}
      />
    </search>
  );
}
