import type { FormQuestionnaire } from '../../survey-definitions/form.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { carriedWords } from './carried-words.ts';
import { renderDocument } from './document.tsx';
import { FormPage } from './form.tsx';
import { LIVE_WORDS } from './live-words.ts';
import { NOTICES, type NoticeKind } from './notice-words.ts';
import { type Carried, type FormError, isCodeError, type PageData } from './page.ts';
import { pageForm } from './page-form.ts';
import { Receipt } from './receipt.tsx';
import { Slip } from './slip.tsx';
import type { CarriedToWaiting } from './waiting.tsx';
import { WAITING_WORDS } from './waiting-words.ts';
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
  /** 适老版: asked for by the address. */
  elder: boolean;
  /** Whether a response needs a single-use code, and the one that came with the link. */
  access?: PageData['access'];
  /** Whether it needs a proof of work. */
  proofOfWork?: boolean;
  nonce: string;
  script: string;
  style: string;
  /** Added to it in elder mode. */
  elderStyle: string;
  /** Addresses of the scripts that only some need. */
  later: Record<string, string>;
}): string {
  const { code, responseId, startedAt, answers, elder, nonce, script, style, later } = input;
  const { access = { needed: false, code: null }, proofOfWork = false } = input;
  const form = pageForm(input.form);
  const words = WORDS[form.language];
  const errors = input.errors.map((error) =>
    isCodeError(error) ? error : { item: error.item, code: error.code },
  );
  const about = { form, words, code, startedAt, responseId };
  const data: PageData = { ...about, answers, errors, elder, access, proofOfWork };
  return renderDocument({
    language: form.language,
    title: (errors.length > 0 ? words.errorPrefix : '') + input.form.title,
    nonce,
    style: elder ? style + input.elderStyle : style,
    body: <FormPage data={data} />,
    elder,
    carried: {
      code,
      layout: form.layout,
      later: laterOf(later, data),
      errors,
      words: carriedWords(data),
    } satisfies Carried,
    script,
  });
}

/** Of the scripts that only some need, those that this page may come to need. */
function laterOf(
  { elder, proof }: Record<string, string>,
  { proofOfWork }: PageData,
): Record<string, string> {
  return { ...(elder && { elder }), ...(proof && proofOfWork && { proof }) };
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
  return renderDocument({
    language: form.language,
    title: words.thanks,
    nonce,
    style,
    body: (
      <Receipt
        receipt={receipt}
        alreadyHeard={alreadyHeard}
        about={form.title}
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
  /** Of a closed survey: its code, and where the scripts are that see to what the device still holds. */
  waiting?: { code: string; later: Record<string, string> };
}): string {
  const { kind, form, nonce, style, language, waiting } = input;
  const { title, text } = NOTICES[language][kind];
  return renderDocument({
    language,
    title,
    nonce,
    style,
    body: (
      <Slip by={WORDS[language].by} sign="stop" title={title} text={text} about={form?.title} />
    ),
    ...(waiting?.later['waiting'] && {
      carried: {
        code: waiting.code,
        words: LIVE_WORDS[language],
        waitingWords: WAITING_WORDS[language],
        prover: waiting.later['proof'],
      } satisfies CarriedToWaiting,
      scriptAt: waiting.later['waiting'],
    }),
  });
}
