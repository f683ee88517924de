import type { FormQuestionnaire } from '../../survey-definitions/form.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { renderDocument } from './document.tsx';
import { FormPage } from './form.tsx';
import { Notice } from './notice.tsx';
import { NOTICES, type NoticeKind } from './notice-words.ts';
import type { FormError, PageData, View } from './page.ts';
import { Receipt } from './receipt.tsx';
import { WORDS } from './words.ts';

export type { NoticeKind } from './notice-words.ts';
export type { FormError } from './page.ts';

/** The form as a whole document; complete without script. `errors` are those of a post that was refused, `answers` what it held. */
export function renderForm(input: {
  form: FormQuestionnaire;
  /** State of the survey; a page that is not open is a notice, not a form. */
  state: string;
  code: string;
  responseId: string;
  /** ISO 8601 UTC. */
  startedAt: string;
  answers: Answers;
  errors: readonly FormError[];
  nonce: string;
  script: string;
  style: string;
}): string {
  const { form, code, responseId, startedAt, answers, nonce, script, style } = input;
  const words = WORDS[form.language];
  const errors = input.errors.map(({ item, code: fault }) => ({ item, code: fault }));
  const data: PageData = { form, words, code, startedAt, responseId, answers, errors };
  const view: View = {
    live: false,
    answers,
    errors,
    phase: 'answering',
    restored: false,
    forgetful: false,
  };
  return renderDocument({
    language: form.language,
    title: errors.length > 0 ? `${words.errorPrefix}${form.title}` : form.title,
    nonce,
    style,
    body: <FormPage data={data} view={view} />,
    data,
    script,
  });
}

/** The page after a post without script. */
export function renderReceipt(input: {
  form: FormQuestionnaire;
  receipt: string;
  alreadyHeard: boolean;
  nonce: string;
  style: string;
}): string {
  const { form, receipt, alreadyHeard, nonce, style } = input;
  const words = WORDS[form.language];
  return renderDocument({
    language: form.language,
    title: words.thanks,
    nonce,
    style,
    body: (
      <Receipt
        receipt={receipt}
        alreadyHeard={alreadyHeard}
        department={form.department}
        words={words}
      />
    ),
  });
}

/** A page that says plainly why there is no form. */
export function renderNotice(input: {
  kind: NoticeKind;
  form?: FormQuestionnaire;
  nonce: string;
  style: string;
  language: Language;
}): string {
  const { kind, form, nonce, style, language } = input;
  return renderDocument({
    language,
    title: NOTICES[language][kind].title,
    nonce,
    style,
    body: (
      <Notice words={NOTICES[language][kind]} department={form?.department} about={form?.title} />
    ),
  });
}
