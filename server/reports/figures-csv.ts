import type { PresentedFigure } from '../presenters/figure.ts';
import { toCsv } from './csv.ts';

/** Column by column, as programs that read the file know them. */
const COLUMNS: readonly [
  head: string,
  cell: (figure: PresentedFigure) => string | number | null,
][] = [
  ['group', (figure) => figure.group],
  ['survey', (figure) => figure.survey],
  ['questionnaire', (figure) => figure.questionnaire?.id ?? null],
  ['version', (figure) => figure.questionnaire?.version ?? null],
  ['quantity', (figure) => figure.quantity],
  ['item', (figure) => figure.item],
  ['topic', (figure) => figure.topic],
  ['base', (figure) => figure.base],
  ['method', (figure) => figure.method],
  ['value', (figure) => figure.value?.value ?? null],
  ['display', (figure) => figure.value?.display ?? null],
  ['groupName', (figure) => figure.groupName],
  ['combine', (figure) => figure.combine],
  ['surveys', ({ surveys }) => surveys.map(weighed).join('; ')],
];

/** Figures as CSV with a head line. */
export function figuresCsv(figures: readonly PresentedFigure[]): string {
  const heads = COLUMNS.map(([head]) => head);
  return toCsv([heads, ...figures.map((figure) => COLUMNS.map(([, cell]) => cell(figure)))]);
}

/** "city 0.6", or the code alone where nothing is weighted. */
const weighed = ({ code, weight }: PresentedFigure['surveys'][number]) =>
  weight === null ? code : `${code} ${weight}`;
