import { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import type { Evaluation } from './evaluations.ts';
import { parsedDefinitions } from './parsed-definitions.ts';
import type { Db } from './tables.ts';

const systems = parsedDefinitions('indicator_systems', IndicatorSystem);

/** See parsedDefinitions. */
export const insertIndicatorSystem = systems.insert;
export const findIndicatorSystem = systems.find;
export const listIndicatorSystems = systems.list;
export const referredIndicatorSystems = systems.referred;

/** The indicator system of an evaluation. */
export async function indicatorSystemOf(
  db: Db,
  { indicatorSystem }: Pick<Evaluation, 'indicatorSystem'>,
): Promise<IndicatorSystem> {
  return (await referredIndicatorSystems(db, [indicatorSystem]))(indicatorSystem);
}
