// Makes the data sets that survey.R reads, always the same: node --import tsx test/analysis/r-survey/make-data.ts
import { writeFileSync } from 'node:fs';
import { readOwn } from '../../../analysis/own-mean.ts';
import { seeded } from '../../../analysis/seeded.ts';
import { toNumber } from '../../../survey-definitions/fraction.ts';
import { DATA_SETS, ownsOf } from './data-sets.ts';

for (const [name, set] of Object.entries(DATA_SETS)) {
  const rows = ownsOf(set, seeded(name)).map((own) => readOwn(own, 1));
  const lines = rows.map(({ y, m }) => `${toNumber(y)},${m}`);
  writeFileSync(new URL(`${name}.csv`, import.meta.url), `y,m\n${lines.join('\n')}\n`);
}
