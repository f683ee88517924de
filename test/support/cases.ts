import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Counts } from '../../analysis/counts.ts';
import { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';

/** A JSON file of the project, by its path from the root. */
function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** A questionnaire as it is published in the folder. */
export function publishedQuestionnaire(id: string, version = 1): Questionnaire {
  return Questionnaire.parse(readJson(`survey-definitions/questionnaires/${id}/${version}.json`));
}

/** An indicator system as it is published in the folder. */
export function publishedIndicatorSystem(id: string, version = 1): IndicatorSystem {
  return IndicatorSystem.parse(
    readJson(`survey-definitions/indicator-systems/${id}/${version}.json`),
  );
}

const CaseItem = z.object({
  id: z.string(),
  type: z.string(),
  options: z.array(z.string()).default([]),
  counts: z.array(z.number()).default([]),
});
const PrintedRow = z.object({
  item: z.string(),
  percent: z.array(z.string()),
  weighted: z.array(z.string()),
  satisfaction: z.string(),
});
export type PrintedRow = z.infer<typeof PrintedRow>;
const Group = z.object({
  valid: z.number(),
  items: z.array(CaseItem),
  publishedTable: z.array(PrintedRow),
});
const Shuozhou = z.object({
  groups: z.object({ 'management-object': Group, public: Group }),
  level1: z.record(z.string(), z.object({ weight: z.number(), publishedScore: z.number() })),
  indicators: z.array(
    z.object({
      code: z.string(),
      weight: z.number(),
      inputs: z.record(z.string(), z.unknown()),
      publishedScore: z.number(),
    }),
  ),
  publishedTotal: z.string(),
  publishedGrade: z.string(),
});
const Miluo = z.object({
  indicators: z.array(
    z.object({ no: z.number(), weight: z.number(), name: z.string(), selfScore: z.number() }),
  ),
});
const Jinan = z.object({
  published: z.object({ valid: z.string(), openComments: z.string() }),
  scale: z.array(z.string()),
  profile: z.record(z.string(), z.object({ percent: z.record(z.string(), z.string()) })),
  items: z.array(
    z.object({
      id: z.string(),
      topic: z.string(),
      percent: z.array(z.string()),
      counts: z.array(z.number()),
    }),
  ),
});

/** Facts of the published Shuozhou 2019 evaluation, slips included. */
export const shuozhou = Shuozhou.parse(readJson('test/cases/shuozhou-2019.json'));
/** Facts of the published Miluo 2020 self-evaluation table. */
export const miluo = Miluo.parse(readJson('test/cases/miluo-2020.json'));
/** Facts of a published result note of a community-service questionnaire, Jinan 2022: shares alone, no composite. */
export const jinan = Jinan.parse(readJson('test/cases/jinan-2022.json'));
/** Its questionnaire, as the note lets it be told. */
export const jinanQuestionnaire: unknown = readJson('test/cases/jinan-2022-questionnaire.json');

export type CaseGroup = z.infer<typeof Group>;

/** The counts of a published case, its options matched by place to those of the questionnaire. */
export function caseCounts(questionnaire: Questionnaire, group: CaseGroup): Counts {
  const counts = new Map([
    // Whoever answers in a published case answers at least one item that counts.
    [
      '',
      new Map([
        ['', group.valid],
        ['composite', group.valid],
      ]),
    ],
  ]);
  for (const item of itemsOf(questionnaire)) {
    const published = group.items.find((each) => each.id === item.id);
    const options = optionsOf(questionnaire, item);
    if (!published || published.options.length !== options.length)
      throw new Error(`the case and the questionnaire differ at ${item.id}`);
    const given = options.map((option, place): [string, number] => [
      option.id,
      published.counts[place] ?? 0,
    ]);
    const base = given.reduce((total, [, count]) => total + count, 0);
    counts.set(item.id, new Map([['', base], ...given]));
  }
  return counts;
}
