import type { FrozenFigure } from '../../survey-definitions/frozen-figures.ts';
import type { Language } from '../../survey-definitions/text.ts';
import type { StoredFigures } from '../store/frozen-figures.ts';
import { toCsv } from './csv.ts';

type Cell = string | number | null;

/** Column by column, named as in the CSV of today's figures; what was frozen when stands in every line. */
const COLUMNS: readonly [
  head: string,
  cell: (figure: FrozenFigure, stored: StoredFigures, language: Language) => Cell,
][] = [
  ['group', ({ group }) => group],
  ['survey', ({ survey }) => survey],
  ['questionnaire', ({ questionnaire }) => questionnaire?.id ?? null],
  ['version', ({ questionnaire }) => questionnaire?.version ?? null],
  ['quantity', ({ quantity }) => quantity],
  ['item', ({ item }) => item],
  ['option', ({ option }) => option],
  ['topic', ({ topic }, _, language) => topic?.[language] ?? null],
  ['base', ({ base }) => base],
  ['method', ({ method }) => method],
  ['exact', ({ value }) => value?.exact ?? null],
  ['value', ({ value }) => value?.value ?? null],
  ['display', ({ value }) => value?.display ?? null],
  ['groupName', ({ groupName }, _, language) => groupName[language]],
  ['combine', ({ combine }) => combine],
  ['surveys', ({ surveys }) => sayFeeds(surveys)],
  ['id', (_, { content }) => content.id],
  ['frozenAt', (_, { content }) => content.frozenAt],
  ['frozenBy', (_, { content }) => content.frozenBy],
  ['hash', (_, { hash }) => hash],
];

/** Figures as they were frozen, as CSV with a head line. */
export function frozenFiguresCsv(stored: StoredFigures, language: Language): string {
  const heads = COLUMNS.map(([head]) => head);
  const line = (figure: FrozenFigure) => COLUMNS.map(([, cell]) => cell(figure, stored, language));
  return toCsv([heads, ...stored.content.figures.map(line)]);
}

/** "city 0.6; county 0.4", or the codes alone where nothing is weighted. */
export const sayFeeds = (surveys: readonly { code: string; weight: string | null }[]): string =>
  surveys.map(({ code, weight }) => (weight === null ? code : `${code} ${weight}`)).join('; ');
