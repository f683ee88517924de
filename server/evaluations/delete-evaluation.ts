import { foldTyped } from '../../survey-definitions/typed-text.ts';
import { isBlankText } from '../../survey-definitions/unseen.ts';
import { mustHoldIn } from '../accounts/access.ts';
import type { Actor } from '../accounts/actor.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import {
  type Deleted,
  deleteEvaluation,
  isLarge,
  removeSingleAnswers,
  stopTaking,
} from '../store/delete-evaluation.ts';
import { type Evaluation, findEvaluation } from '../store/evaluations.ts';
import type { Db } from '../store/tables.ts';
import { evaluationFor } from './load.ts';

/**
 * Deletes an evaluation whole, for whoever has typed its department's name: the worked example goes without. Of a large
 * one the single answers go first, part by part, so that nobody is kept waiting; should that break off, the evaluation
 * stands archived, its surveys closed and without their answers, and is deleted by asking again. Throws
 * unknown-evaluation, not-allowed, or not-acceptable.
 */
export async function deleteWholeEvaluation(
  deps: Pick<Deps, 'store' | 'now'>,
  actor: Actor,
  id: string,
  typed: string | undefined,
): Promise<Deleted> {
  const act = { evaluationId: id, subject: id };
  const large = await audited(
    deps,
    actor,
    (begun: Evaluation | undefined) =>
      begun && { ...act, action: 'evaluation.delete-begin', detail: nameOf(begun) },
    async (trx) => {
      const evaluation = await mayBeDeleted(trx, actor, id, typed);
      if (!(await isLarge(trx, id))) return undefined;
      await stopTaking(trx, id, deps.now());
      return evaluation;
    },
  );
  const before = large ? await removeSingleAnswers(deps.store.write, id) : { accessCodes: 0 };
  const { gone } = await audited(
    deps,
    actor,
    ({ name, gone }: { name: object; gone: Deleted }) => ({
      ...act,
      action: 'evaluation.delete',
      detail: { ...name, ...gone },
    }),
    async (trx) => {
      const evaluation = await mayBeDeleted(trx, actor, id, typed);
      const gone = await deleteEvaluation(trx, id);
      const accessCodes = gone.accessCodes + before.accessCodes;
      return { name: nameOf(evaluation), gone: { ...gone, accessCodes } };
    },
  );
  return gone;
}

/** What the audit calls it once it is gone. */
const nameOf = ({ department, place, year }: Evaluation) => ({ department, place, year });

async function mayBeDeleted(
  trx: Db,
  actor: Actor,
  id: string,
  typed: string | undefined,
): Promise<Evaluation> {
  const evaluation = await evaluationFor(trx, actor, 'example.delete', id, { evenArchived: true });
  await mustBeAllowedToDelete(trx, actor, id);
  if (!evaluation.example) mustBeNamed(evaluation, typed);
  return evaluation;
}

/** Throws not-allowed where it is not the example, which alone its evaluators delete. */
export async function mustBeAllowedToDelete(db: Db, actor: Actor, id: string): Promise<void> {
  const evaluation = await findEvaluation(db, id);
  if (evaluation === undefined) throw new Problem('unknown-evaluation');
  if (evaluation.example) return;
  await mustHoldIn(db, actor, 'evaluations.delete', id, 'unknown-evaluation');
}

/** Whether who deletes an evaluation knows which: typed as keyboards have it. */
function mustBeNamed({ department }: Evaluation, typed: string | undefined): void {
  if (typed !== undefined && foldTyped(typed) === foldTyped(department)) return;
  const missing = typed === undefined || isBlankText(typed);
  throw new Problem('not-acceptable', {
    errors: [
      {
        path: '$.department',
        code: missing ? 'missing' : 'other-department',
        message: {
          'zh-CN': `请输入被评价部门的全称“${department}”，以确认删除`,
          en: `type the name of the department, “${department}”, to confirm`,
        },
      },
    ],
  });
}
