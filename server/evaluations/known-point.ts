import { finding } from '../../survey-definitions/fault.ts';
import { findPoint } from '../store/points.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { refusedFor } from './consistent-survey.ts';

/** Throws not-acceptable where a part of a survey is asked for by a collection point that it does not have. */
export async function mustHavePoint(
  db: Db,
  { code }: Pick<Survey, 'code'>,
  point: string | undefined,
): Promise<void> {
  if (point === undefined || (await findPoint(db, code, point)) !== undefined) return;
  throw refusedFor([
    finding(
      ['point'],
      'unknown-point',
      `这项调查没有调查点 ${point}`,
      `the survey has no collection point ${point}`,
    ),
  ]);
}
