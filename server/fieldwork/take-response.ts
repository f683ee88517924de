import { type AnswerError, checkAnswers } from '../../analysis/acceptance.ts';
import { answersToTheEnd } from '../../analysis/applicability.ts';
import { type Judgement, judge } from '../../analysis/validity.ts';
import { durationOf } from '../../survey-definitions/duration.ts';
import { Answers, type Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { SurveyState } from '../../survey-definitions/survey.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import { Problem } from '../problem.ts';
import { isUnavailable } from '../store/failures.ts';
import { findPoint } from '../store/points.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import { receiptOf } from '../store/receipt.ts';
import { findResponse } from '../store/responses.ts';
import { findSurvey, type Survey } from '../store/surveys.ts';
import { admit, type Refusal, refusalOf } from './admission.ts';
import type { Credentials } from './credentials.ts';
import { itemThatIsFull, readFullOptions } from './full-quotas.ts';
import type { RespondentDeps } from './protection.ts';
import { contentHash, type SentResponse } from './response-identity.ts';

/** What became of a response that was sent online. */
export type Taken =
  | { kind: 'new' | 'again'; receipt: string }
  /** The id is stored with other content, or under another survey. */
  | { kind: 'conflict' }
  | { kind: 'not-open'; state: Exclude<SurveyState, 'open'> }
  /** The survey is protected, and what came with the response does not do. */
  | { kind: 'refused'; refusal: Refusal; retryAfter?: number }
  | { kind: 'faulty'; errors: AnswerError[] }
  /** The survey has no such collection point. */
  | { kind: 'unknown-point' };

/**
 * Takes an online response, and says so only once it is on disk. What would be refused is first looked up by its
 * id: a retry learns that it was heard though the survey has closed or its code is spent since. The unique id in the
 * database decides what is new, never a look before, and so it is with the survey's being open. Answers are looked at before the code: whoever wants to know
 * whether somebody's code is spent cannot ask without spending it.
 */
export async function takeResponse(
  deps: RespondentDeps,
  survey: Survey,
  id: string,
  sent: SentResponse,
  credentials: Credentials,
): Promise<Taken> {
  const { store, writer, now } = deps;
  const receivedAt = now();
  const hash = contentHash(sent);

  const heardBefore = async (): Promise<Taken | undefined> => {
    const stored = await findResponse(store.read, id);
    if (stored === undefined) return undefined;
    const same = stored.surveyCode === survey.code && stored.contentHash === hash;
    return same ? { kind: 'again', receipt: receiptOf(id) } : { kind: 'conflict' };
  };

  /** What became of a survey that was open before. Deleted: the worked example can be. */
  const stateSince = async (): Promise<Exclude<SurveyState, 'open'>> => {
    const since = await findSurvey(store.read, survey.code);
    if (since === undefined) throw new Problem('unknown-survey');
    const state = surveyState(since, now());
    // Opened again this very moment; when the response was to be written, it was not.
    return state === 'open' ? 'closed' : state;
  };

  const state = surveyState(survey, receivedAt);
  if (state !== 'open') return (await heardBefore()) ?? { kind: 'not-open', state };
  const questionnaire = await questionnaireOf(store.read, survey);
  const errors = checkAnswers(questionnaire, sent.answers, sent.endedBy);
  if (errors.length > 0) return (await heardBefore()) ?? { kind: 'faulty', errors };
  // A closed point takes what was begun before; its link says that it is closed.
  const { point } = sent;
  if (point !== undefined && (await findPoint(store.read, survey.code, point)) === undefined)
    return (await heardBefore()) ?? { kind: 'unknown-point' };
  const admission = await admit(deps, survey, id, credentials);
  if (admission.refusal !== undefined)
    return (await heardBefore()) ?? { kind: 'refused', ...admission };

  // What comes after an answer that ends the questionnaire was not asked for, and is not kept.
  const answers = Answers.parse(answersToTheEnd(questionnaire, sent.answers, sent.endedBy));
  const onItsOwn = judge(questionnaire, answers, {
    channel: 'online',
    durationSeconds: durationOf(sent.startedAt, receivedAt),
    repeat: null,
    sameDevice: credentials.marked,
    quotaAt: sent.endedBy,
  });
  const judged = await heldToQuotas(deps, survey, questionnaire, answers, onItsOwn);
  const written = await writer
    .write({
      id,
      surveyCode: survey.code,
      channel: 'online',
      point,
      answers,
      contentHash: hash,
      startedAt: sent.startedAt === undefined ? null : new Date(sent.startedAt).toISOString(),
      receivedAt: receivedAt.toISOString(),
      ...judged,
      questionnaire,
      codeHash: admission.codeHash,
      whileOpen: true,
    })
    .catch(async (error: unknown) => {
      admission.giveBack();
      if (isUnavailable(error)) throw error;
      // Deleted between the look and the write: the worked example can be.
      if ((await findSurvey(store.read, survey.code)) === undefined) {
        throw new Problem('unknown-survey');
      }
      throw error;
    });
  if (written === 'new') return { kind: 'new', receipt: receiptOf(id) };
  admission.giveBack();
  const heard = await heardBefore();
  if (heard !== undefined) return heard;
  if (written === 'exists') throw new Error('a response that exists cannot be found');
  if (written === 'survey-not-open') return { kind: 'not-open', state: await stateSince() };
  if (written === 'unknown-point') return { kind: 'unknown-point' };
  return { kind: 'refused', refusal: refusalOf(written) };
}

/**
 * What would be valid but is of a kind of which enough are there already is ineligible; all of its answers were asked for,
 * and are kept. What is against a response on its own stays what is said of it. The counts are read before the write, so
 * that as many more may count as are being written at that moment.
 */
async function heldToQuotas(
  { store }: RespondentDeps,
  survey: Survey,
  questionnaire: Questionnaire,
  answers: Answers,
  judged: Judgement,
): Promise<Judgement> {
  if (judged.disposition !== 'valid') return judged;
  const full = await readFullOptions(store.read, survey);
  const item = itemThatIsFull(questionnaire, answers, full);
  if (item === undefined) return judged;
  return { disposition: 'ineligible', reasons: [{ code: 'quota-full', item }], flags: [] };
}
