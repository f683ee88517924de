import {
  type AgainKind,
  type FormError,
  type NoticeKind,
  renderForm,
  renderNotice,
  renderPreview,
  renderReceipt,
} from '../../client/form/render.tsx';
import { minuteInChina } from '../../survey-definitions/china-time.ts';
import type { FormQuestionnaire } from '../../survey-definitions/form.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { Language } from '../../survey-definitions/text.ts';
import type { FormAssets } from '../assets.ts';
import type { StoredPoint } from '../store/points.ts';
import type { Survey } from '../store/surveys.ts';

import { type AskedBy, presentAsks } from './asks.ts';

export type { AgainKind, FormError, NoticeKind } from '../../client/form/render.tsx';

/** What every page of a respondent's carries: what its script and style are let through by, and they themselves. */
export interface Page {
  nonce: string;
  assets: FormAssets;
  /** 适老版, as the address asks for it. */
  elder: boolean;
}

/** What stands in the form when it is shown: nothing yet, or what was posted. */
export interface Given {
  responseId: string;
  /** ISO 8601 UTC. */
  startedAt: string;
  answers: Answers;
  accessCode: string | undefined;
  errors: readonly FormError[];
  /** Why it comes back although nothing is wrong with the answers. */
  again: AgainKind | undefined;
  /** The collection point whose link was opened. */
  point: StoredPoint | undefined;
}

type Period = Pick<Survey, 'state' | 'opensAt' | 'closesAt'>;

/** Longest access code that is put back into its field; none of ours is longer. */
const LONGEST_CODE = 200;

/** The form of an open survey as a whole page. */
export function presentFormPage(
  survey: Survey,
  evaluation: AskedBy,
  form: FormQuestionnaire,
  { responseId, startedAt, answers, accessCode, errors, again, point }: Given,
  page: Page,
): string {
  const { nonce, elder, style } = dressOf(page);
  return renderForm({
    form,
    code: survey.code,
    responseId,
    startedAt,
    answers,
    errors,
    again,
    access: {
      needed: survey.access === 'code',
      code: accessCode?.slice(0, LONGEST_CODE) || null,
    },
    proofOfWork: survey.proofOfWork,
    asks: presentAsks(evaluation),
    keptUntil: evaluation.answersKeptUntil,
    point: point && { id: point.id, name: point.name },
    nonce,
    elder,
    style,
    script: page.assets.script,
    exclusiveScript: page.assets.exclusiveScript,
    lazyScripts: page.assets.later,
  });
}

/** The form of no survey, to be looked at before there is one: nothing of it is stored. */
export function presentPreview(
  evaluation: AskedBy,
  form: FormQuestionnaire,
  { responseId, startedAt }: Pick<Given, 'responseId' | 'startedAt'>,
  page: Page,
): string {
  const { nonce, elder, style } = dressOf(page);
  const { script, exclusiveScript, later, previewScript, previewStyle } = page.assets;
  return renderPreview({
    form,
    responseId,
    startedAt,
    asks: presentAsks(evaluation),
    keptUntil: evaluation.answersKeptUntil,
    nonce,
    elder,
    style: style + previewStyle,
    script,
    exclusiveScript,
    preview: { script: previewScript },
    lazyScripts: later,
  });
}

/** Thanks, and the receipt number; for whoever does not belong to the group, the closing page. */
export function presentReceipt(
  evaluation: AskedBy,
  form: FormQuestionnaire,
  said: {
    receipt: string;
    alreadyHeard: boolean;
    ended: boolean;
    /** It was a full quota that ended it. */
    full: boolean;
    /** Id of the collection point whose link was opened. */
    point: string | undefined;
  },
  page: Page,
): string {
  const { nonce, elder, style } = dressOf(page);
  return renderReceipt({
    form,
    receipt: said.receipt,
    alreadyReceived: said.alreadyHeard,
    ended: said.ended,
    full: said.full,
    point: said.point,
    asks: presentAsks(evaluation),
    nonce,
    elder,
    style,
  });
}

/** Why there is no form. A closed survey's page sends a response that is still on the device, and so does a closed point's. */
export function presentNotice(
  kind: NoticeKind,
  about: {
    survey?: Survey;
    /** Of the survey, where there is one. */
    evaluation?: AskedBy;
    form?: FormQuestionnaire;
    language: Language;
    /** Of a survey that has not begun, or is over. */
    period?: Period;
    /** The collection point whose link was opened. */
    point?: StoredPoint;
    /** As it came with the link. */
    accessCode?: string | undefined;
  },
  page: Page,
): string {
  const { survey, evaluation, form, language, period, point, accessCode } = about;
  const closed = (kind === 'closed' || kind === 'point-closed') && survey !== undefined;
  const { nonce, elder, style } = dressOf(page);
  return renderNotice({
    kind,
    language,
    nonce,
    elder,
    style,
    time: period && timeOf(kind, period),
    accessCode: accessCode?.slice(0, LONGEST_CODE),
    ...(evaluation && { asks: presentAsks(evaluation) }),
    ...(point && { point: { id: point.id, name: point.name } }),
    ...(form && { form }),
    ...(closed && { closed: { code: survey.code, lazyScripts: page.assets.later } }),
  });
}

/** The time that keeps the form shut, in Beijing; none where somebody closed the survey. */
function timeOf(kind: NoticeKind, { state, opensAt, closesAt }: Period): string | undefined {
  const time =
    kind === 'not-yet' ? opensAt : kind === 'closed' && state === 'open' ? closesAt : null;
  return time === null ? undefined : minuteInChina(time);
}

function dressOf({ nonce, elder, assets: { style, elderStyle } }: Page) {
  return { nonce, elder, style: elder ? style + elderStyle : style };
}
