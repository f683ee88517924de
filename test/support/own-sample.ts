import { addedCounts } from '../../analysis/combined.ts';
import { type Counts, countedOf } from '../../analysis/counts.ts';
import { readOwn } from '../../analysis/own-mean.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import type { Sample } from '../../analysis/uncertainty.ts';
import type { Answers, Questionnaire } from '../../survey-definitions/questionnaire.ts';

/** What is counted of valid responses with these answers, as a sample. */
export function sampleOf(
  questionnaire: Questionnaire,
  answers: readonly Answers[],
  changed: Partial<Sample> = {},
): Sample {
  const sums = new Map<string, bigint>();
  const owns = new Map<string, number>();
  const counts: Counts[] = answers.map((each) => {
    const { contributions, own } = countedOf(questionnaire, each);
    for (const { name, n } of own.sums) sums.set(name, (sums.get(name) ?? 0n) + BigInt(n));
    if (own.own !== null) owns.set(own.own, (owns.get(own.own) ?? 0) + 1);
    const items = new Map<string, Map<string, number>>();
    for (const { item, option } of contributions)
      items.set(item, (items.get(item) ?? new Map()).set(option, 1));
    return items;
  });
  const results = surveyResults(questionnaire, addedCounts(counts), 'exact');
  return {
    composite: questionnaire.composite,
    provenance: 'collected',
    value: results.composite,
    respondents: results.compositeBase,
    sums,
    owns: [...owns].map(([own, n]) => readOwn(own, n)),
    population: null,
    seed: 'a survey',
    ...changed,
  };
}
