import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkIndicatorSystem } from '../survey-definitions/check-indicator-system.ts';
import { checkQuestionnaire } from '../survey-definitions/check-questionnaire.ts';
import type { Checked } from '../survey-definitions/fault.ts';
import type { IndicatorSystem } from '../survey-definitions/indicator-system.ts';
import type { Questionnaire } from '../survey-definitions/questionnaire.ts';

/** The project's folder: this file is one level below it as source and two as a build. */
export function projectFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

/** Every questionnaire that comes with Manping. Throws where one of them is faulty. */
export const shippedQuestionnaires = (): Promise<Questionnaire[]> =>
  readDefinitions('questionnaires', checkQuestionnaire);

/** Every indicator system that comes with Manping. Throws where one of them is faulty. */
export const shippedIndicatorSystems = (): Promise<IndicatorSystem[]> =>
  readDefinitions('indicator-systems', checkIndicatorSystem);

async function readDefinitions<T>(
  kind: string,
  check: (input: unknown) => Checked<T>,
): Promise<T[]> {
  const folder = path.join(projectFolder(), 'survey-definitions', kind);
  const files = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const checked = check(JSON.parse(await readFile(path.join(folder, file), 'utf8')));
      if (checked.ok) return checked.value;
      const faults = checked.faults.map((fault) => `${fault.path}: ${fault.message}`);
      throw new Error(`${kind}/${file} is faulty:\n${faults.join('\n')}`);
    }),
  );
}
