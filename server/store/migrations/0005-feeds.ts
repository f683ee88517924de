import type { Kysely } from 'kysely';

interface AsTheyWere {
  evaluations: { id: string; feeds: string };
  surveys: {
    code: string;
    evaluation_id: string;
    respondent_group: string;
    phase: string;
    state: string;
  };
}

/**
 * Which survey feeds an indicator was worked out anew each time, so that a new draft took the place of a survey; now it is
 * written down. What fed goes on feeding: the survey that was chosen, else the only formal one of its group that was opened.
 * Where several were opened and none was chosen, that is still to be done.
 */
export async function up(db: Kysely<AsTheyWere>): Promise<void> {
  const opened = await db
    .selectFrom('surveys')
    .select(['code', 'evaluation_id', 'respondent_group'])
    .where('phase', '=', 'formal')
    .where('state', '<>', 'draft')
    .execute();
  for (const { id, feeds } of await db.selectFrom('evaluations').selectAll().execute()) {
    const chosen: Record<string, string> = JSON.parse(feeds);
    const written: Record<string, string> = {};
    for (const { code, evaluation_id, respondent_group: group } of opened) {
      if (evaluation_id !== id) continue;
      const beside = opened.filter(
        (other) => other.evaluation_id === id && other.respondent_group === group,
      );
      if (code === chosen[group] || (beside.length === 1 && beside[0]?.code === code)) {
        written[group] = code;
      }
    }
    await db
      .updateTable('evaluations')
      .set({ feeds: JSON.stringify(written) })
      .where('id', '=', id)
      .execute();
  }
}
