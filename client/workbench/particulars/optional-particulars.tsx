import { useWords } from '../language.tsx';
import type { Faults } from '../parts/form-faults.ts';
import { ParticularsFields } from './particulars-fields.tsx';
import { faultsInParticulars } from './read-particulars.ts';
import { particularsWords } from './words.ts';

/** The particulars of an evaluation that is only being begun, folded away: they can be given later. */
export function OptionalParticulars({ draft }: { draft: string }) {
  const words = useWords(particularsWords);
  return (
    // A draft may come back with something in it, and a fault may be there.
    <details
      class="optional-fields"
      onChange={(event) => (event.currentTarget.open = true)}
      onFocusCapture={({ currentTarget, target }) => {
        if ((target as HTMLElement).tagName !== 'SUMMARY') currentTarget.open = true;
      }}
    >
      <summary>{words.optional}</summary>
      <div class="form-part">
        <ParticularsFields values={{}} draft={draft} />
      </div>
    </details>
  );
}

/** What is wrong with the particulars of a form, in the words of the page. */
export function useParticularsCheck(): (form: FormData) => Faults {
  const words = useWords(particularsWords);
  return (form) => faultsInParticulars(form, words);
}
