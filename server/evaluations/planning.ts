import { type HandedOut, readHandedOut } from '../store/handed-out.ts';
import { readPoints, type StoredPoint } from '../store/points.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { closedBy, fixedParts, needsReason, type SurveyPart } from './fixed-parts.ts';

/** How a survey is planned, and what of it can be put right now. */
export interface Planning {
  points: StoredPoint[];
  handedOut: HandedOut[];
  fixed: readonly SurveyPart[];
  needsReason: boolean;
  closedBy: 'staff' | 'clock' | null;
}

export async function readPlanning(db: Db, survey: Survey, now: Date): Promise<Planning> {
  const [points, handedOut] = await Promise.all([
    readPoints(db, survey.code),
    readHandedOut(db, survey.code),
  ]);
  return {
    points,
    handedOut,
    fixed: fixedParts(survey),
    needsReason: needsReason(survey),
    closedBy: closedBy(survey, now),
  };
}
