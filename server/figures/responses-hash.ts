import { createHash } from 'node:crypto';
import { canonicalJson } from '../../survey-definitions/canonical-json.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { readHashed } from '../store/hashed-responses.ts';
import type { Db } from '../store/tables.ts';

/** How many responses of a survey there are, and a SHA-256 (hex) that no other responses have. */
export interface ResponsesHash {
  n: number;
  sha256: string;
}

/**
 * The hash over every response of a survey, whatever its disposition: the SHA-256 of one line of canonical JSON each,
 * [id, channel, point, disposition, answers], in the order they came in and of those of one moment by id. Of the answers those
 * to items with options, as they were given; nobody's own words. Read page by page, so that it takes the memory of one page.
 */
export async function responsesHash(
  db: Db,
  code: string,
  questionnaire: Questionnaire,
): Promise<ResponsesHash> {
  const closed = new Set(
    itemsOf(questionnaire)
      .filter(({ type }) => type !== 'text')
      .map(({ id }) => id),
  );
  const hash = createHash('sha256');
  let n = 0;
  for await (const rows of readHashed(db, code)) {
    const lines = rows.map(({ id, channel, point, disposition, answers }) => {
      const given = Object.entries(JSON.parse(answers) as Record<string, unknown>);
      const kept = Object.fromEntries(given.filter(([item]) => closed.has(item)));
      return `${canonicalJson([id, channel, point, disposition, kept])}\n`;
    });
    hash.update(lines.join(''));
    n += rows.length;
  }
  return { n, sha256: hash.digest('hex') };
}
