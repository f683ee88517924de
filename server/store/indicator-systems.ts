import { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import type { Evaluation } from './evaluations.ts';
import { parsedDefinitions } from './parsed-definitions.ts';
import type { Db } from './tables.ts';

const systems = parsedDefinitions('indicator_systems', IndicatorSystem);

/** See parsedDefinitions. */
export const insertIndicatorSystem = systems.insert;
export const findIndicatorSystem = systems.find;
export const listIndicatorSystems = systems.list;
export const findIndicatorSystems = systems.findAll;

/** The indicator system of an evaluation, which cannot be missing: the database holds them together. */
export async function indicatorSystemOf(
  db: Db,
  { indicatorSystem: { id, version } }: Pick<Evaluation, 'indicatorSystem'>,
): Promise<IndicatorSystem> {
  const system = await findIndicatorSystem(db, id, version);
  if (system === undefined) throw new Error('an evaluation without its indicator system');
  return system;
}
