import { isDeepStrictEqual } from 'node:util';
import { jsonPath } from '../../survey-definitions/fault.ts';
import type { Combination, Feeds } from '../../survey-definitions/feeds.ts';
import { asWritten, exact } from '../../survey-definitions/fraction.ts';
import { Problem } from '../problem.ts';
import { type Evaluation, type EvaluationPatch, updateEvaluation } from '../store/evaluations.ts';
import { findIndicatorSystem } from '../store/indicator-systems.ts';
import { listSurveys, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { feedFindings } from './feed-findings.ts';
import { namesInSurveys } from './group-names.ts';
import { stillCollects } from './survey-state.ts';

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

/** Throws not-acceptable where a feed names what cannot feed its group, each fault with its place. */
export async function mustFeed(db: Db, feeds: Feeds, surveys: readonly Survey[]): Promise<void> {
  const named = await namesInSurveys(db, surveys);
  const errors = Object.entries(feeds).flatMap(([group, feed]) =>
    feedFindings(feed, ['feeds', group], { group, surveys, named: named.get(group) }).map(
      ({ steps, code, words }) => ({
        path: `$.feeds['${group}']${jsonPath(steps.slice(2)).slice(1)}`,
        code,
        message: words,
      }),
    ),
  );
  if (errors.length > 0) throw new Problem('not-acceptable', { errors });
}

/** Weights in lowest terms and as text, so that what says the same is kept the same. */
function asKept(feeds: Feeds): Feeds {
  return Object.fromEntries(
    Object.entries(feeds).map(([group, feed]) => [
      group,
      typeof feed === 'string'
        ? feed
        : { combine: feed.combine, surveys: feed.surveys.map(weighed) },
    ]),
  );
}
const weighed = ({ code, weight }: Combination['surveys'][number]) =>
  weight === undefined ? { code } : { code, weight: asWritten(exact(weight)) };

/** Those parts of the patch that say something else than what stands. */
function changeIn(before: Evaluation, patch: EvaluationPatch): EvaluationPatch {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([part, value]) =>
        value !== undefined && !isDeepStrictEqual(value, before[part as keyof EvaluationPatch]),
    ),
  );
}

/** What can be asked of an evaluation: as it is stored, but for the archive, which is asked for and not dated. */
export interface EvaluationChange extends Omit<EvaluationPatch, 'archivedAt'> {
  archived?: boolean | undefined;
}

/** Since when the evaluation is archived after this. Throws evaluation-collecting, which names the surveys that still take responses. */
function archivedAfter(
  { archivedAt }: Evaluation,
  archived: boolean,
  surveys: readonly Survey[],
  now: Date,
): string | null {
  if (!archived || archivedAt !== null) return archived ? archivedAt : null;
  const collecting = surveys.filter((survey) => stillCollects(survey, now)).map(({ code }) => code);
  if (collecting.length === 0) return now.toISOString();
  throw new Problem('evaluation-collecting', {
    detail: {
      'zh-CN': `请先结束调查 ${collecting.join('、')}。`,
      en: `Please close ${collecting.join(', ')} first.`,
    },
  });
}

/**
 * Changes what the patch names, and says what of it was not so before: where nothing was, nothing is written. Throws where the evaluation, as its surveys stand, does not take the change.
 */
export async function changeEvaluation(
  trx: Db,
  before: Evaluation,
  { archived, ...patch }: EvaluationChange,
  now: Date,
): Promise<{ evaluation: Evaluation; change: EvaluationPatch }> {
  const staysArchived = before.archivedAt !== null && archived !== false;
  if (staysArchived && Object.values(patch).some((value) => value !== undefined))
    throw new Problem('evaluation-archived');
  if (patch.indicatorSystem !== undefined) await mustExist(trx, patch.indicatorSystem);
  const surveys = await listSurveys(trx, before.id);
  const rewords = (['department', 'place', 'year'] as const).some(
    (part) => patch[part] !== undefined && patch[part] !== before[part],
  );
  // They are part of what respondents have read.
  if (rewords && surveys.some((survey) => survey.state !== 'draft')) {
    throw new Problem('evaluation-fielded');
  }
  await mustFeed(trx, patch.feeds ?? {}, surveys);
  const feeds = patch.feeds && asKept(patch.feeds);
  const change = changeIn(before, {
    ...patch,
    ...(feeds && { feeds }),
    ...(archived !== undefined && {
      archivedAt: archivedAfter(before, archived, surveys, now),
    }),
  });
  if (Object.keys(change).length === 0) return { evaluation: before, change };
  const evaluation = await updateEvaluation(trx, before.id, change);
  if (evaluation === undefined) throw new Problem('unknown-evaluation');
  return { evaluation, change };
}
