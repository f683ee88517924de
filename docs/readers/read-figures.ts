// Takes a frozen figure by token, checks its hash and prints the composite of each group; exit 1 where the hash is another.
// npx tsx read-figures.ts URL TOKEN EVALUATION FIGURES-ID
import { createHash } from 'node:crypto';

const CONTENT = ['format', 'id', 'frozenAt', 'frozenBy', 'evaluation', 'figures', 'groups'];

/** Canonical JSON (RFC 8785): keys in order, no blanks, texts and numbers as ECMAScript writes them. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`).join(',')}}`;
}

const [url, token, evaluation, id] = process.argv.slice(2);
const answer = await fetch(`${url}/api/evaluations/${evaluation}/figures/frozen/${id}`, {
  headers: { authorization: `Bearer ${token}` },
});
if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
const figures = await answer.json();
const content = Object.fromEntries(CONTENT.map((key) => [key, figures[key]]));
const hash = createHash('sha256').update(canonical(content)).digest('hex');
if (hash !== figures.hash) {
  console.error(`the hash is ${hash}, and should be ${figures.hash}`);
  process.exit(1);
}
for (const { group, quantity, value, base } of figures.figures)
  if (quantity === 'composite')
    process.stdout.write(`${group} ${value?.display ?? 'none'} n=${base}\n`);
