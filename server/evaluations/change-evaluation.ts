import { isDeepStrictEqual } from 'node:util';
import { groupName } from '../../survey-definitions/group-name.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { Problem } from '../problem.ts';
import { type Evaluation, type EvaluationPatch, updateEvaluation } from '../store/evaluations.ts';
import { findIndicatorSystem } from '../store/indicator-systems.ts';
import { listSurveys } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { mayFeed } from './feeding-surveys.ts';

/** Throws not-acceptable where an evaluation names an indicator system that is not there. */
export async function mustExist(
  db: Db,
  { id, version }: Evaluation['indicatorSystem'],
): Promise<void> {
  if ((await findIndicatorSystem(db, id, version)) !== undefined) return;
  throw new Problem('not-acceptable', {
    errors: [
      {
        path: '$.indicatorSystem',
        code: 'unknown-indicator-system',
        message: {
          'zh-CN': `没有评价指标体系 ${id} 的第 ${version} 版`,
          en: `there is no version ${version} of the indicator system ${id}`,
        },
      },
    ],
  });
}

/** Those parts of the patch that say something else than what stands. */
function changeIn(before: Evaluation, patch: EvaluationPatch): EvaluationPatch {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([part, value]) =>
        value !== undefined && !isDeepStrictEqual(value, before[part as keyof EvaluationPatch]),
    ),
  );
}

/**
 * Changes what the patch names, and says what of it was not so before: where nothing was, nothing is written. Throws where the evaluation, as its surveys stand, does not take the change.
 */
export async function changeEvaluation(
  trx: Db,
  before: Evaluation,
  patch: EvaluationPatch,
): Promise<{ evaluation: Evaluation; change: EvaluationPatch }> {
  if (patch.indicatorSystem !== undefined) await mustExist(trx, patch.indicatorSystem);
  const surveys = await listSurveys(trx, before.id);
  const rewords = (['department', 'place', 'year'] as const).some(
    (part) => patch[part] !== undefined && patch[part] !== before[part],
  );
  // They are part of what respondents have read.
  if (rewords && surveys.some((survey) => survey.state !== 'draft')) {
    throw new Problem('evaluation-fielded');
  }
  const errors = Object.entries(patch.feeds ?? {}).flatMap(([group, code]) => {
    if (mayFeed(surveys, group, code)) return [];
    const name = groupName(group);
    return [
      {
        path: `$.feeds['${group}']`,
        code: 'not-a-formal-survey-of-this-group',
        message: {
          'zh-CN': `调查 ${code} 不是本项目已开放过的${textIn(name, 'zh-CN')}正式调查`,
          en: `survey ${code} is no formal survey of ${textIn(name, 'en')} that has opened in this evaluation`,
        },
      },
    ];
  });
  if (errors.length > 0) throw new Problem('not-acceptable', { errors });
  const change = changeIn(before, patch);
  if (Object.keys(change).length === 0) return { evaluation: before, change };
  const evaluation = await updateEvaluation(trx, before.id, change);
  if (evaluation === undefined) throw new Problem('unknown-evaluation');
  return { evaluation, change };
}
