import { countedOf } from '../../../analysis/counts.ts';
import type { Chance } from '../../../analysis/seeded.ts';
import type { Answers, Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { item, questionnaire, section } from '../../support/questionnaires.ts';

export interface DataSet {
  questionnaire: Questionnaire;
  respondents: number;
  population: number | null;
  /** Shares of very satisfied, satisfied, neutral and dissatisfied, of 1. */
  shares: readonly number[];
  /** Share of the items that are left out. */
  missing: number;
}

const GRADES = ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied'];
const items = (n: number) =>
  Array.from({ length: n }, (_, at) => item(`q${at}`, 'satisfaction', { required: false }));

/** Each of another method, made to be like what comes in: some leave items out. */
export const DATA_SETS: Record<string, DataSet> = {
  mean: {
    questionnaire: questionnaire([section('all', 'satisfaction', items(6))], { id: 'six' }),
    respondents: 137,
    population: 1800,
    shares: [0.5, 0.33, 0.12, 0.05],
    missing: 0.02,
  },
  weighted: {
    questionnaire: questionnaire([section('all', 'satisfaction', items(4))], {
      id: 'four',
      composite: {
        method: 'dimensions',
        dimensions: [
          { id: 'air', name: '空气', weight: '0.7', items: ['q0', 'q1', 'q2'] },
          { id: 'water', name: '水', weight: '0.3', items: ['q3'] },
        ],
      },
    }),
    respondents: 60,
    population: null,
    shares: [0.4, 0.3, 0.2, 0.1],
    missing: 0.03,
  },
  pooled: {
    questionnaire: questionnaire([section('all', 'satisfaction', items(8))], {
      id: 'eight',
      composite: { method: 'pooled' },
    }),
    respondents: 411,
    population: 5000,
    shares: [0.45, 0.35, 0.12, 0.08],
    missing: 0.04,
  },
};

/** Made answers, a respondent each. */
export function answersOf(
  { respondents, questionnaire, shares, missing }: DataSet,
  chance: Chance,
): Answers[] {
  const ids = questionnaire.sections.flatMap((each) => each.items.map(({ id }) => id));
  return Array.from({ length: respondents }, () => {
    // Whoever is pleased with one thing is so with others: without that own means would hardly differ.
    const mood = (chance.uniform() - 0.5) * 0.5;
    return Object.fromEntries(
      ids.flatMap((id) => {
        if (chance.uniform() < missing) return [];
        let at = Math.min(0.999, Math.max(0, chance.uniform() + mood));
        const grade = shares.findIndex((share) => {
          at -= share;
          return at < 0;
        });
        return grade < 0 ? [] : [[id, GRADES[grade] ?? '']];
      }),
    );
  });
}

/** Own means as they are kept. */
export function ownsOf(set: DataSet, chance: Chance): string[] {
  return answersOf(set, chance).flatMap((answers) => {
    const { own } = countedOf(set.questionnaire, answers).own;
    return own === null ? [] : [own];
  });
}
