import type { Particulars } from '../../survey-definitions/particulars.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { fill } from './fill.ts';
import { FORM_WORDS, type FormWords } from './form-words.ts';
import { contactParts } from './phone-numbers.ts';

/** What respondents are told of who asks them; any of it may be missing. */
export type Asks = Pick<Particulars, 'commissioner' | 'evaluator' | 'contact'>;

/** Who asks, as every page begins: the evaluation team, where no more is known. */
export function byline({ commissioner, evaluator }: Asks, language: Language): string {
  const words = FORM_WORDS[language];
  if (evaluator && (!commissioner || commissioner === evaluator))
    return fill(words.byEvaluator, { evaluator });
  if (!commissioner) return words.by;
  return fill(evaluator ? words.byBoth : words.byCommissioner, {
    commissioner,
    evaluator: evaluator ?? '',
  });
}

/** The same as a sentence of the privacy note: who evaluates whom, and answers for what is kept. */
export function whoAsks(
  { commissioner, evaluator = '' }: Asks,
  department: string,
  words: FormWords,
): string {
  if (!commissioner && !evaluator) {
    return department ? fill(words.who, { department }) : words.whoUnnamed;
  }
  const work = department ? fill(words.work, { department }) : words.workUnnamed;
  const ownWork = !commissioner || commissioner === evaluator;
  const said = ownWork ? words.whoEvaluator : evaluator ? words.whoBoth : words.whoCommissioner;
  return fill(said, { commissioner: commissioner ?? '', evaluator, work });
}

/** A contact as it was written, its telephone numbers to be dialled by a tap. */
export function Contact({ contact }: { contact: string }) {
  return (
    <>
      {contactParts(contact).map(({ text, dial }, index) =>
        dial ? (
          <a key={index} href={`tel:${dial}`}>
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </>
  );
}

/** Whom to ask, in a line of its own on every page; the script copies it to those that it draws. */
export function ContactLine({ contact, words }: { contact: string | undefined; words: FormWords }) {
  if (!contact) return null;
  return (
    <p class="contact">
      {words.ask}
      <Contact contact={contact} />
    </p>
  );
}
