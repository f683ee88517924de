import { FORM_STEPS, type FormStep } from '../../survey-definitions/form-step.ts';
import { addRows } from './response-batch.ts';
import type { Db } from './tables.ts';
import type { Tally } from './tally.ts';

/** How many devices got to each step of a survey's form. */
export async function readFormSteps(db: Db, code: string): Promise<Record<FormStep, number>> {
  const rows = await db
    .selectFrom('step_counts')
    .select(['step', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .groupBy('step')
    .execute();
  const of = (step: FormStep) => rows.find((row) => row.step === step)?.n ?? 0;
  const [opened, first, sent] = FORM_STEPS;
  return { [opened]: of(opened), [first]: of(first), [sent]: of(sent) } as Record<FormStep, number>;
}

/** Counts devices that got to a step of a survey's form. */
export async function addFormSteps(
  trx: Db,
  shard: number,
  tally: Tally<{ survey_code: string; step: FormStep }>,
): Promise<void> {
  await addRows(trx, 'step_counts', shard, tally);
}
