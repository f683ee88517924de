import type { FormQuestionnaire } from '../../survey-definitions/form.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { renderDocument } from './document.tsx';
import { FormPage } from './form.tsx';
import { markBreaks } from './line-breaks.ts';
import { NOTICES, type NoticeKind } from './notice-words.ts';
import { type FormError, firstView, type PageData } from './page.ts';
import { pageForm } from './page-form.ts';
import { Receipt } from './receipt.tsx';
import { Slip } from './slip.tsx';
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
  const { code, responseId, startedAt, answers, nonce, script, style } = input;
  const form = pageForm(input.form);
  const words = WORDS[form.language];
  const errors = input.errors.map(({ item, code: fault }) => ({ item, code: fault }));
  const data: PageData = { form, words, code, startedAt, responseId, answers, errors };
  return renderDocument({
    language: form.language,
    title: (errors.length > 0 ? words.errorPrefix : '') + input.form.title,
    nonce,
    style,
    body: <FormPage data={data} view={firstView(data)} />,
    data,
    script,
  });
}

/** The page after a post without script. */
export function renderReceipt(input: {
  form: FormQuestionnaire;
  /** Code of the survey, for whoever answers on the same device next. */
  code?: string;
  receipt: string;
  alreadyHeard: boolean;
  nonce: string;
  style: string;
}): string {
  const { form, code, receipt, alreadyHeard, nonce, style } = input;
  const words = WORDS[form.language];
  const about = markBreaks(form.title, form.language);
  return renderDocument({
    language: form.language,
    title: words.thanks,
    nonce,
    style,
    body: (
      <Receipt
        receipt={receipt}
        alreadyHeard={alreadyHeard}
        about={about}
        words={words}
        {...(code && { again: { href: `/s/${encodeURIComponent(code)}` } })}
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
  const { title, text } = NOTICES[language][kind];
  const about = form && markBreaks(form.title, language);
  return renderDocument({
    language,
    title,
    nonce,
    style,
    body: (
      <Slip
        by={WORDS[language].by}
        sign="M24 14v.1M24 21.5V34"
        title={title}
        text={text}
        about={about}
      />
    ),
  });
}
