import { createHash } from 'node:crypto';
import { accessCodeHash } from '../../server/fieldwork/access-code.ts';
import { contentHash } from '../../server/fieldwork/response-identity.ts';
import { toCrockford } from '../../server/store/crockford.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { QUESTIONNAIRE } from '../support/fieldwork.ts';

/** A questionnaire whose online responses can be invalid and flagged too, so that every kind of count moves. */
export const CRASH_QUESTIONNAIRE = Questionnaire.parse({
  ...QUESTIONNAIRE,
  id: 'crash',
  validity: [
    { rule: 'straight-line', section: 'satisfaction' },
    {
      rule: 'contradiction',
      id: 'young-and-open',
      reason: 'made for this test',
      when: [
        { item: 'age', options: ['young'] },
        { item: 'wishes', options: ['open'] },
      ],
    },
  ],
});

export interface CrashResponse {
  id: string;
  survey: string;
  /** Its own; undefined where it goes through the open link. */
  accessCode: string | undefined;
  codeHash: string | undefined;
  answers: Record<string, string | string[]>;
  contentHash: string;
}

/** The surveys under load: one answered by its open link, one by single-use codes. */
export interface CrashSurveys {
  open: string;
  byCode: string;
}

/** The n-th response of a run: all of it follows from the run's seed, so that whoever finds it can tell that it is whole. */
export function crashResponse(surveys: CrashSurveys, seed: number, n: number): CrashResponse {
  const digest = createHash('sha512').update(`${seed} ${n}`).digest();
  const pick = <T>(index: number, choices: readonly T[]): T =>
    choices[(digest[32 + index] ?? 0) % choices.length] as T;
  const id = digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const answers = {
    age: pick(0, ['young', 'old']),
    air: pick(1, ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied']),
    overall: pick(2, ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied']),
    wishes: pick(3, [[], ['clean'], ['quick', 'open']]),
    say: `${id}: ${'好'.repeat(pick(4, [0, 40, 400]))}`,
  };
  // Through the open link one of four, so that a batch holds both kinds.
  const survey = pick(5, [surveys.open, surveys.byCode, surveys.byCode, surveys.byCode]);
  const accessCode =
    survey === surveys.byCode ? toCrockford(digest.subarray(16, 32), 26) : undefined;
  const codeHash = accessCode && accessCodeHash(survey, accessCode);
  return { id, survey, accessCode, codeHash, answers, contentHash: contentHash({ answers }) };
}
