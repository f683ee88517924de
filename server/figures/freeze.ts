import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson } from '../../survey-definitions/canonical-json.ts';
import {
  FROZEN_FORMAT,
  type FrozenContent,
  type FrozenSurvey,
} from '../../survey-definitions/frozen-figures.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import type { Feeding } from '../evaluations/feeding-surveys.ts';
import { feedingSurveys } from '../evaluations/feeding-surveys.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { inSnapshot } from '../store/in-snapshot.ts';
import { indicatorSystemOf } from '../store/indicator-systems.ts';
import { countJudgements } from '../store/judgements.ts';
import { listSurveys } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { type FigureParts, fedGroups, figuresToday, readReturns } from './content.ts';
import { feedingCodes, resultsNow } from './current.ts';
import { responsesHash } from './responses-hash.ts';
import { frozenUncertainty, uncertaintyFrom, uncertaintyNow } from './uncertainty.ts';

/** Reads what the figures of an evaluation are made of, from counts. In a snapshot it sees what that sees. */
export async function readFigureParts(
  db: Db,
  evaluation: Evaluation,
  now: Date,
): Promise<FigureParts> {
  const [system, surveys] = await Promise.all([
    indicatorSystemOf(db, evaluation),
    listSurveys(db, evaluation.id),
  ]);
  const feeding: ReadonlyMap<RespondentGroup, Feeding> = feedingSurveys(evaluation, surveys);
  const fed = new Map([...fedGroups(feeding)]);
  const codes = feedingCodes(fed);
  const [today, returns] = await Promise.all([
    resultsNow(
      db,
      surveys.filter(({ code }) => codes.has(code)),
    ),
    Promise.all([...codes].map(async (code) => [code, await readReturns(db, code)] as const)),
  ]);
  return { evaluation, system, feeding, today, returns: new Map(returns), now };
}

/**
 * The content of a freezing of these groups: their figures, what they rest on, and a hash over every response of their surveys,
 * all of one snapshot. Reads every response once and keeps none.
 */
export async function freezeContent(
  db: Db,
  evaluation: Evaluation,
  groups: readonly RespondentGroup[],
  { frozenBy, now, id = randomUUID() }: { frozenBy: string; now: Date; id?: string },
  readParts: typeof readFigureParts = readFigureParts,
): Promise<FrozenContent> {
  return inSnapshot(db, async (trx) => {
    const parts = await readParts(trx, evaluation, now);
    const made = figuresToday(parts, groups);
    const frozen = [];
    for (const group of made.groups) {
      const surveys: FrozenSurvey[] = [];
      for (const survey of group.surveys) {
        const known = parts.today.get(survey.code);
        if (known === undefined) throw new Error('a survey that nobody read');
        const own = parts.ownMeans?.get(survey.code);
        surveys.push({
          ...survey,
          uncertainty: frozenUncertainty(
            own === undefined
              ? await uncertaintyNow(trx, known)
              : uncertaintyFrom(own, known, false),
          ),
          judgements: await countJudgements(trx, survey.code),
          responses:
            known.survey.answersRemovedAt === null
              ? await responsesHash(trx, survey.code, known.questionnaire)
              : { none: 'answers-removed' },
        });
      }
      frozen.push({ ...group, surveys });
    }
    const { department, place, year } = evaluation;
    return {
      format: FROZEN_FORMAT,
      id,
      frozenAt: now.toISOString(),
      frozenBy,
      evaluation: { id: evaluation.id, department, place, year },
      figures: made.figures,
      groups: frozen,
    };
  });
}

/** The canonical JSON of what was frozen, and its SHA-256 (hex). */
export function hashed(content: FrozenContent): { canonical: string; hash: string } {
  const canonical = canonicalJson(content);
  return { canonical, hash: createHash('sha256').update(canonical).digest('hex') };
}
