import type { FormQuestionnaire } from '../../survey-definitions/form.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { formAddress } from './address.ts';
import { type Asks, byline, ContactLine } from './asks.tsx';
import type { ClosedNoticeData } from './closed-notice.tsx';
import { renderDocument } from './document.tsx';
import { fill } from './fill.ts';
import { FormPage } from './form.tsx';
import { FORM_WORDS } from './form-words.ts';
import { LIVE_WORDS } from './live-words.ts';
import { MessagePage } from './message-page.tsx';
import {
  AGAIN,
  type AgainKind,
  CLOSED_WORDS,
  NOTICES,
  type NoticeKind,
  TIMED,
} from './notice-words.ts';
import { type FormError, isCodeError, type PageData, type ScriptData } from './page.ts';
import { endsOf, fullOf, pageForm } from './page-form.ts';
import { PREVIEW_WORDS, previewEnding } from './preview-words.ts';
import { FULL_STYLE, fullEnding } from './quota-words.ts';
import { Receipt } from './receipt.tsx';
import { scriptWords } from './script-words.ts';
import { TimedText } from './timed-text.tsx';

export type { AgainKind, NoticeKind } from './notice-words.ts';
export type { FormError } from './page.ts';

/** What every page is dressed in. */
interface Dress {
  nonce: string;
  /** All of it, that of elder mode too where the page is in it. */
  style: string;
  /** 适老版: asked for by the address. */
  elder?: boolean;
  /** Who asks, as far as it is known. */
  asks?: Asks;
}

/** The form as a whole document; complete without script. `errors` are those of a post that was refused, `answers` what it held. */
export function renderForm(
  input: Dress & {
    form: FormQuestionnaire;
    code: string;
    responseId: string;
    /** ISO 8601 UTC. */
    startedAt: string;
    answers: Answers;
    errors: readonly FormError[];
    /** Why it comes back although nothing is wrong with them. */
    again?: AgainKind | undefined;
    /** Whether a response needs a single-use code, and the one that came with the link. */
    access?: PageData['access'];
    /** Whether it needs a proof of work. */
    proofOfWork?: boolean;
    /** The collection point whose link was opened. */
    point?: PageData['point'];
    /** The day in China until which single answers are kept; null: as long as the evaluation. */
    keptUntil?: string | null;
    script: string;
    /** Put before it where an option stands alone. */
    exclusiveScript: string;
    /** Addresses of the scripts that only some respondents need, by name. */
    lazyScripts: Record<string, string>;
    /** Of a page that is only looked at, and stores nothing: what its script begins with. */
    preview?: { script: string };
  },
): string {
  const { code, responseId, startedAt, answers, elder = false, nonce, style } = input;
  const { exclusiveScript, script, preview } = input;
  const { access = { needed: false, code: null }, proofOfWork = false } = input;
  const { asks = {}, keptUntil = null, point } = input;
  const form = pageForm(input.form);
  const words = FORM_WORDS[form.language];
  const errors = input.errors.map((error) =>
    isCodeError(error) ? error : { item: error.item, code: error.code },
  );
  const by = byline(asks, form.language);
  const about = { form, words, code, startedAt, responseId, by, asks, keptUntil, point };
  const again = input.again && AGAIN[form.language][input.again];
  const full = fullOf(form) !== '';
  const either = endsOf(input.form).length > 0;
  const data: PageData = { ...about, answers, errors, again, elder, access, proofOfWork };
  return renderDocument({
    language: form.language,
    title: (errors.length > 0 || again ? words.errorPrefix : '') + input.form.title,
    nonce,
    style: full ? style + FULL_STYLE : style,
    body: <FormPage data={data} />,
    elder,
    banner: preview && PREVIEW_WORDS[form.language].banner,
    data: {
      code,
      layout: form.layout,
      lazyScripts: scriptsFor(data, input.lazyScripts),
      point: point?.id,
      errors,
      words: {
        ...scriptWords(data),
        by,
        ...(full && fullEnding(form.language, either)),
        ...(preview && previewEnding(form.language)),
      },
    } satisfies ScriptData,
    script: [
      preview?.script ?? '',
      form.items.some(({ alone }) => alone?.length) ? exclusiveScript : '',
      script,
    ].join(''),
  });
}

/** Those of the scripts that this page may come to need. */
function scriptsFor(
  { proofOfWork }: PageData,
  { elder, proof }: Record<string, string>,
): Record<string, string> {
  return { ...(elder && { elder }), ...(proof && proofOfWork && { proof }) };
}

/** The page after a post without script. */
export function renderReceipt(
  input: Dress & {
    form: FormQuestionnaire;
    receipt: string;
    alreadyReceived: boolean;
    /** An answer ended the questionnaire. */
    ended?: boolean;
    /** A full quota did. */
    full?: boolean;
    /** Id of the collection point whose link was opened. */
    point?: string | undefined;
  },
): string {
  const { form, receipt, alreadyReceived, full = false, nonce, style, elder = false } = input;
  const { asks = {}, point } = input;
  const ended = input.ended || full;
  const words = { ...FORM_WORDS[form.language], ...(full && fullEnding(form.language, false)) };
  return renderDocument({
    language: form.language,
    title: ended ? words.ended : words.thanks,
    nonce,
    style,
    elder,
    body: (
      <Receipt
        receipt={receipt}
        alreadyReceived={alreadyReceived}
        ended={ended}
        formTitle={form.title}
        words={{ ...words, by: byline(asks, form.language) }}
        contact={<ContactLine contact={asks.contact} words={words} />}
        again={{ href: formAddress(form.language, elder, { point }) }}
      />
    ),
  });
}

/**
 * The form as a phone shows it, of no survey: nothing that is entered is stored or sent. The same page to the letter, but for what
 * says so.
 */
export function renderPreview(
  input: Omit<Parameters<typeof renderForm>[0], 'code' | 'answers' | 'errors'> & {
    preview: { script: string };
  },
): string {
  const { code } = PREVIEW_WORDS[input.form.language];
  return renderForm({ ...input, code, answers: {}, errors: [] });
}

/** A page that says plainly why there is no form. */
export function renderNotice(
  input: Dress & {
    kind: NoticeKind;
    form?: FormQuestionnaire;
    language: Language;
    /** When the survey begins or ended, in Beijing time, where that is why there is no form. */
    time?: string | undefined;
    /** The collection point that it is about. */
    point?: PageData['point'];
    /** The single-use code that came with the link, which another link goes on with. */
    accessCode?: string | undefined;
    /** Of a closed survey or point: its code, and the scripts that send what is still on the device. */
    closed?: { code: string; lazyScripts: Record<string, string> };
  },
): string {
  const { kind, form, nonce, style, elder = false, language, time = '', closed } = input;
  const { asks = {}, point, accessCode } = input;
  const { title, text, way } = NOTICES[language][kind];
  const timed = (time && TIMED[language][kind]) || '';
  const said = fill(timed || text, { time, ...(point && { point: point.name }) });
  const words = FORM_WORDS[language];
  const by = byline(asks, language);
  return renderDocument({
    language,
    title,
    nonce,
    style,
    elder,
    body: (
      <MessagePage
        by={by}
        sign="stop"
        title={title}
        text={<TimedText text={said} time={timed && time} />}
        formTitle={form?.title}
        contact={<ContactLine contact={asks.contact} words={words} />}
      >
        {way && (
          <p class="again">
            <a href={formAddress(language, elder, { accessCode })}>{way}</a>
          </p>
        )}
      </MessagePage>
    ),
    ...(closed?.lazyScripts['closed'] && {
      data: {
        code: closed.code,
        words: { ...LIVE_WORDS[language], by },
        closedWords: CLOSED_WORDS[language],
        ends: form ? endsOf(form) : [],
        proofScript: closed.lazyScripts['proof'],
        elderScript: closed.lazyScripts['elder'],
        begunAt: point && {
          point: point.id,
          address: `${formAddress(language, elder, { point: point.id, accessCode })}&begun=1`,
        },
      } satisfies ClosedNoticeData,
      scriptAt: closed.lazyScripts['closed'],
    }),
  });
}
