import { randomUUID } from 'node:crypto';
import { insertFrozen } from '../../server/store/frozen-figures.ts';
import type { Store } from '../../server/store/store.ts';
import { FROZEN_FORMAT } from '../../survey-definitions/frozen-figures.ts';
import { NOW } from './fieldwork.ts';

/** Something that was frozen of an evaluation, without any group; its id. */
export async function insertEmptyFrozen(
  store: Pick<Store, 'write'>,
  evaluationId: string,
): Promise<string> {
  const id = randomUUID();
  const content = {
    format: FROZEN_FORMAT,
    id,
    frozenAt: NOW.toISOString(),
    frozenBy: 'admin',
    evaluation: { id: evaluationId, department: '生态环境局', place: '朔州市', year: 2019 },
    figures: [],
    groups: [],
  };
  const stored = { content: { ...content, format: FROZEN_FORMAT } as const, hash: '' };
  await insertFrozen(store.write, JSON.stringify(content), stored);
  return id;
}
