// Rebuilds every count from the raw answers and compares it with what is stored. Exit 1 where any differs. Surveys whose
// answers were removed at the end of their time are named and left out.
import { dayInChina } from '../survey-definitions/china-time.ts';
import { ConfigError, readConfig } from './config.ts';
import { openStore } from './store/open.ts';
import { type CountDifference, compareCounts } from './store/rebuild-counts.ts';
import { StartError } from './store/start-error.ts';

function line({ table, key, stored, rebuilt }: CountDifference): string {
  const where = Object.entries(key).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `  ${table} ${where.join(' ')}: stored ${stored}, rebuilt ${rebuilt}`;
}

async function check(): Promise<boolean> {
  const config = readConfig(process.env);
  const store = await openStore(config);
  try {
    const { responses, differences, unchecked } = await compareCounts(store.read);
    // A count may also be left over from a survey that is no more.
    const codes = new Set([
      ...responses.keys(),
      ...differences.map((each) => each.key.survey_code),
      ...unchecked.keys(),
    ]);
    for (const code of [...codes].sort()) {
      const removedAt = unchecked.get(code);
      if (removedAt !== undefined) {
        const day = dayInChina(removedAt);
        process.stdout.write(`${code}: answers were removed on ${day}: not checked\n`);
        continue;
      }
      const wrong = differences.filter((each) => each.key.survey_code === code);
      const differ = wrong.length === 1 ? '1 count differs' : `${wrong.length} counts differ`;
      const result = wrong.length === 0 ? 'counts agree' : differ;
      process.stdout.write(`${code}: ${responses.get(code) ?? 0} responses, ${result}\n`);
      for (const each of wrong) process.stdout.write(`${line(each)}\n`);
    }
    if (codes.size === 0) process.stdout.write('there is no survey yet\n');
    return differences.length === 0;
  } finally {
    await store.close();
  }
}

try {
  process.exitCode = (await check()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
