import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import { bumpRevision } from './revisions.ts';
import type { Db } from './tables.ts';

/** A group's figure of the year before as somebody typed it in, and where it stands. */
export interface TypedEarlierFigure {
  /** Decimal in percent, as it was typed. */
  value: string;
  source: string;
  author: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** Those of an evaluation, by respondent group. */
export async function readEarlierFigures(
  db: Db,
  evaluationId: string,
): Promise<ReadonlyMap<RespondentGroup, TypedEarlierFigure>> {
  const rows = await db
    .selectFrom('earlier_figures')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .execute();
  return new Map(
    rows.map(({ respondent_group, value, source, author, at }) => [
      respondent_group,
      { value, source, author, at },
    ]),
  );
}

/** Puts a figure in the place of the group's, where there is one. */
export async function writeEarlierFigure(
  trx: Db,
  evaluationId: string,
  group: RespondentGroup,
  { value, source, author, at }: TypedEarlierFigure,
): Promise<void> {
  const row = { value, source, author, at };
  await trx
    .insertInto('earlier_figures')
    .values({ evaluation_id: evaluationId, respondent_group: group, ...row })
    .onConflict((conflict) =>
      conflict.columns(['evaluation_id', 'respondent_group']).doUpdateSet(row),
    )
    .execute();
  await bumpRevision(trx, evaluationId);
}

export async function deleteEarlierFigure(
  trx: Db,
  evaluationId: string,
  group: RespondentGroup,
): Promise<void> {
  await trx
    .deleteFrom('earlier_figures')
    .where('evaluation_id', '=', evaluationId)
    .where('respondent_group', '=', group)
    .execute();
  await bumpRevision(trx, evaluationId);
}
