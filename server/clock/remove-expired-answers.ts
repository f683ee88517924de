import { setTimeout as sleep } from 'node:timers/promises';
import { dayInChina } from '../../survey-definitions/china-time.ts';
import { audited } from '../accounts/audited.ts';
import { recordAudit } from '../store/audit.ts';
import { eraseRemains } from '../store/erase-remains.ts';
import {
  type Evaluation,
  findEvaluation,
  holdEvaluation,
  updateEvaluation,
} from '../store/evaluations.ts';
import { inTransaction } from '../store/in-transaction.ts';
import {
  beginRemoval,
  listDueForRemoval,
  type Removed,
  readRemoved,
  removeSome,
} from '../store/removed-answers.ts';
import { listSurveys } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { BY_CLOCK, type Clock } from './work.ts';

/** Rows removed in one transaction: a response that comes in meanwhile waits for some ten milliseconds. */
const MOST_AT_ONCE = 250;
/** Between two, so that whoever writes gets his turn, in milliseconds. */
const PAUSE_MS = 20;

/**
 * Removes single answers, texts and codes of evaluations whose time is over: first they are taken out of reach and their
 * surveys closed for good, then removed a part at a time, and at the end it is said how much went.
 */
export async function removeExpiredAnswers(clock: Clock): Promise<void> {
  const { store, stopping, now } = clock;
  for (const id of await listDueForRemoval(store.read, dayInChina(now().toISOString()))) {
    while (await begin(clock, id)) {
      while (await removeSome(store.write, id, MOST_AT_ONCE)) {
        if (stopping?.aborted) return;
        await sleep(PAUSE_MS);
      }
      await finish(clock, id);
    }
  }
}

/** The evaluation, held, where its answers are still to be removed: not where that is done, or its day was moved. */
async function due(trx: Db, id: string, now: Date): Promise<Evaluation | undefined> {
  await holdEvaluation(trx, id);
  const evaluation = await findEvaluation(trx, id);
  if (!evaluation?.answersKeptUntil || evaluation.answersRemovedAt !== null) return undefined;
  return evaluation.answersKeptUntil < dayInChina(now.toISOString()) ? evaluation : undefined;
}

/** Whether there is anything to remove; from then on nothing of it is to be had. */
async function begin({ store, now }: Clock, id: string): Promise<boolean> {
  const isBegun = await inTransaction(
    store.write,
    async (trx) => {
      const evaluation = await due(trx, id, now());
      if (evaluation === undefined) return false;
      for (const subject of await beginRemoval(trx, id, now()))
        await recordAudit(trx, {
          at: now().toISOString(),
          actor: BY_CLOCK.name,
          action: 'survey.close',
          evaluationId: id,
          subject,
          detail: { answersKeptUntil: evaluation.answersKeptUntil },
        });
      return true;
    },
    { repeatable: true },
  );
  if (isBegun) store.changes.tell([`evaluation:${id}`]);
  return isBegun;
}

/** Says that it is done, and how much went; not where a survey was added meanwhile. */
async function finish(clock: Clock, id: string): Promise<void> {
  const { store, now } = clock;
  const done = await audited(
    clock,
    BY_CLOCK,
    (removed: Report | undefined) =>
      removed && {
        action: 'evaluation.answers-removed',
        evaluationId: id,
        subject: id,
        detail: { ...removed },
      },
    async (trx) => {
      const evaluation = await due(trx, id, now());
      if (evaluation === undefined) return undefined;
      const surveys = await listSurveys(trx, id);
      if (surveys.some((survey) => survey.answersRemovedAt === null)) return undefined;
      await updateEvaluation(trx, id, { answersRemovedAt: now().toISOString() });
      return reportOf(evaluation.answersKeptUntil, await readRemoved(trx, id));
    },
  );
  if (done !== undefined) await eraseRemains(store.write);
}

interface Report extends Removed {
  keptUntil: string | null;
  surveys: ({ survey: string } & Removed)[];
}

function reportOf(keptUntil: string | null, surveys: Report['surveys']): Report {
  const sum = (of: keyof Removed) => surveys.reduce((all, survey) => all + survey[of], 0);
  return {
    keptUntil,
    responses: sum('responses'),
    texts: sum('texts'),
    codes: sum('codes'),
    surveys,
  };
}
