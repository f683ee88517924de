import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkIndicatorSystem } from '../survey-definitions/check-indicator-system.ts';
import { checkQuestionnaire } from '../survey-definitions/check-questionnaire.ts';
import { duplicateKeys } from '../survey-definitions/duplicate-keys.ts';
import { type Checked, jsonPath } from '../survey-definitions/fault.ts';
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
  readDefinitions('questionnaires', (input) => checkQuestionnaire(input, 'en', 'published'));

/** Every indicator system that comes with Manping. Throws where one of them is faulty. */
export const shippedIndicatorSystems = (): Promise<IndicatorSystem[]> =>
  readDefinitions('indicator-systems', (input) => checkIndicatorSystem(input, 'en', 'published'));

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
      const text = await readFile(path.join(folder, file), 'utf8');
      const checked = check(JSON.parse(text));
      const twice = duplicateKeys(text).map((steps) => `${jsonPath(steps)}: given twice`);
      if (checked.ok && twice.length === 0) return checked.value;
      const found = checked.ok ? [] : checked.faults;
      const faults = [...twice, ...found.map((fault) => `${fault.path}: ${fault.message}`)];
      throw new Error(`${kind}/${file} is faulty:\n${faults.join('\n')}`);
    }),
  );
}
