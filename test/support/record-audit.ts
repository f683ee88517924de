// A process that makes changes and records them, many at once: node record-audit.ts NAME COUNT [EVALUATION …]. Each change holds
// one of the evaluations, as those of staff do; one whose NAME is `unrecorded` only changes. Where RECORDERS says how many
// there are to be, all begin once the last is there. Prints how many it made.
import { setTimeout as sleep } from 'node:timers/promises';
import { audited } from '../../server/accounts/audited.ts';
import { readConfig } from '../../server/config.ts';
import { holdEvaluation, updateEvaluation } from '../../server/store/evaluations.ts';
import { openStore } from '../../server/store/open.ts';
import { claimSetting } from '../../server/store/settings.ts';

const AT_ONCE = 8;

const [, , name = '', count = '', ...evaluations] = process.argv;
const store = await openStore(readConfig(process.env));
const deps = { store, now: () => new Date() };

const recorders = Number(process.env['RECORDERS'] ?? 0);
const there = async () => {
  const rows = await store.read
    .selectFrom('settings')
    .select('key')
    .where('key', 'like', 'recorder %')
    .execute();
  return rows.length;
};
if (recorders > 0) await claimSetting(store.write, `recorder ${name}`, 'there');
while ((await there()) < recorders) await sleep(5);

let begun = 0;
let made = 0;
let thinking: Promise<void> | undefined;
const someone = async () => {
  while (begun < Number(count)) {
    begun += 1;
    const subject = `${name} ${begun}`;
    const evaluationId = evaluations[begun % evaluations.length] ?? '';
    const place = `${subject}号`;
    const said = { action: 'evaluation.change', evaluationId, subject, detail: { place } };
    const act = name === 'unrecorded' ? undefined : said;
    await audited(deps, { name }, act, async (trx) => {
      await holdEvaluation(trx, evaluationId);
      await updateEvaluation(trx, evaluationId, { place });
    });
    made += 1;
    // All of them stop to think, as people do: SQLite's lock goes to whoever asks again at once.
    if (recorders > 0 && made % 50 === 0) thinking = sleep(150);
    await thinking;
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, someone));
await store.close();
process.stdout.write(`${made}\n`);
