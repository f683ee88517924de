import { addPlanVersion } from '../../server/store/plan-versions.ts';
import { writePoints } from '../../server/store/points.ts';
import type { Store } from '../../server/store/store.ts';
import { insertSurvey, type Survey } from '../../server/store/surveys.ts';
import { aSurvey, NOW } from './fieldwork.ts';

export const HALL = { id: 'hall', name: '办事大厅', plan: 30 };
export const TOWN = { id: 'town', name: '城关镇', plan: 20 };

/** The states that a survey can be corrected in, as they stand in the database at NOW. */
export const STANDINGS = {
  draft: { state: 'draft' },
  'not yet open': { state: 'open', opensAt: '2026-03-05T00:00:00.000Z' },
  open: { state: 'open' },
  'closed by the clock': { state: 'open', closesAt: '2026-02-28T00:00:00.000Z' },
  'closed by the clock, and seen to': {
    state: 'open',
    closesAt: '2026-02-28T00:00:00.000Z',
    clockClosedAt: '2026-02-28T00:01:00.000Z',
  },
  'closed by hand': { state: 'closed' },
  'rebuilt from published counts': { state: 'closed', provenance: 'reconstructed' },
  'without its answers': { state: 'open', answersRemovedAt: '2026-02-28T00:00:00.000Z' },
} satisfies Record<string, Partial<Survey>>;
export type Standing = keyof typeof STANDINGS;

/** A survey with two points, as it stands. */
export async function plannedSurvey(
  { write }: Pick<Store, 'write'>,
  evaluationId: string,
  changed: Partial<Survey> = {},
): Promise<Survey> {
  const survey = aSurvey(evaluationId, changed);
  await write.transaction().execute(async (trx) => {
    const { clockClosedAt, answersRemovedAt } = survey;
    await insertSurvey(trx, survey);
    await trx
      .updateTable('surveys')
      .set({ clock_closed_at: clockClosedAt, answers_removed_at: answersRemovedAt })
      .where('code', '=', survey.code)
      .execute();
    await writePoints(
      trx,
      survey,
      [HALL, TOWN].map((point) => ({ ...point, closedAt: null })),
    );
    await addPlanVersion(trx, survey.code, {
      plan: survey.plan,
      points: [HALL, TOWN].map((point) => ({ ...point, closed: false })),
      reason: null,
      author: 'admin',
      at: NOW.toISOString(),
    });
  });
  return survey;
}
