import { createHash } from 'node:crypto';
import type { ResponseToWrite } from '../../server/store/prepared-response.ts';
import { aResponse } from '../support/fieldwork.ts';

/** A response whose whole content follows from its id, so that whoever finds it can tell that it is whole. */
export function crashResponse(code: string, id: string): ResponseToWrite {
  const byte = createHash('sha256').update(id).digest();
  const pick = <T>(index: number, choices: readonly T[]): T =>
    choices[(byte[index] ?? 0) % choices.length] as T;
  const answers = {
    age: pick(0, ['young', 'old']),
    air: pick(1, ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied']),
    overall: pick(2, ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied']),
    wishes: pick(3, [[], ['clean'], ['quick', 'open']]),
    say: `${id}: ${'好'.repeat(pick(4, [0, 40, 400]))}`,
  };
  return aResponse(code, {
    id,
    answers,
    channel: pick(5, ['online', 'paper']),
    disposition: pick(6, ['valid', 'valid', 'invalid']),
    flags: pick(7, [[], [], [{ code: 'too-fast' }]]),
  });
}
