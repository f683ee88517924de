import { type Counts, countedOf } from '../../analysis/counts.ts';
import { Answers, type Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { fromJson } from '../store/json-column.ts';
import { type KeptMeans, MOST_OWN_MEANS } from '../store/own-mean-counts.ts';
import type { ResponseRow } from '../store/responses.ts';

/** What responses come to, as the count rows would say it if there were any for just these. */
export interface RowCounts {
  counts: Counts;
  means: KeptMeans;
}

/** Adds responses up from their answers, or takes them away from what was counted. */
export class RowTally implements RowCounts {
  readonly counts: Map<string, Map<string, number>>;
  readonly means: KeptMeans;
  readonly #questionnaire: Questionnaire;

  constructor(questionnaire: Questionnaire, from?: RowCounts) {
    this.#questionnaire = questionnaire;
    this.counts = new Map([...(from?.counts ?? [])].map(([item, n]) => [item, new Map(n)]));
    this.means = {
      sums: new Map(from?.means.sums),
      owns: from?.means.owns === null ? null : new Map(from?.means.owns),
    };
  }

  add(row: Pick<ResponseRow, 'answers'>, times: 1 | -1 = 1): void {
    const answers = fromJson(Answers, row.answers);
    const { contributions, own } = countedOf(this.#questionnaire, answers);
    for (const { item, option } of contributions) {
      const options = this.counts.get(item) ?? new Map<string, number>();
      this.counts.set(item, options.set(option, (options.get(option) ?? 0) + times));
    }
    const { sums, owns } = this.means;
    for (const { name, n } of own.sums) sums.set(name, (sums.get(name) ?? 0n) + BigInt(n * times));
    if (own.own === null || owns === null) return;
    owns.set(own.own, (owns.get(own.own) ?? 0) + times);
    if (owns.size > MOST_OWN_MEANS) this.means.owns = null;
  }
}

/** What is left of counts once a part of them is taken away. */
export function lessCounts(all: Counts, part: Counts): Counts {
  return new Map(
    [...all].map(([item, options]) => [
      item,
      new Map([...options].map(([id, n]) => [id, n - (part.get(item)?.get(id) ?? 0)])),
    ]),
  );
}
