import { LONGEST_NAME, MOST_POINTS, POINT_ID } from '../../../survey-definitions/survey.ts';
import { foldCaseless, foldNumber } from '../../../survey-definitions/typed-text.ts';
import { isBlankText } from '../../../survey-definitions/unseen.ts';
import type { Faults } from '../parts/form-faults.ts';
import { readCount } from '../parts/form-values.ts';

/** A collection point as it stands in a form, as it is typed. */
export interface PointRow {
  id: string;
  name: string;
  plan: string;
  closed: boolean;
}

/** What may be done with the points of a survey as it stands. */
export interface PointRules {
  /** Ids that links were made of, which are no longer changed; with them a point can be closed. None of a draft. */
  opened?: boolean;
  /** Nothing but what each is planned for can be changed. */
  onlyPlan?: boolean;
  /** How many responses came from a point, by id. */
  received?(id: string): number;
  /** Whether a point has something that it cannot be removed for. */
  stays?(id: string): boolean;
}

/** The field in which a form holds all of its points, a line each: id, name, planned number, cut by tabs. */
export const POINTS = 'points';
/** Behind the number of a point whose link takes no more. */
const CLOSED = '×';

export const textOfRows = (rows: readonly PointRow[]): string =>
  rows
    .map(({ id, name, plan, closed }) => [id, name, plan, ...(closed ? [CLOSED] : [])].join('\t'))
    .join('\n');

export const rowsOfText = (text: string): PointRow[] =>
  text === ''
    ? []
    : text.split('\n').map((line) => {
        const [id = '', name = '', plan = '', mark] = line.split('\t');
        return { id, name, plan, closed: mark === CLOSED };
      });

/** p1, p2 …: the first that is not taken. */
export function nextPointId(taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let n = 1;
  while (ids.has(`p${n}`)) n += 1;
  return `p${n}`;
}

/** One more row, with an id proposed for it. */
export const withNewRow = (rows: readonly PointRow[]): PointRow[] => [
  ...rows,
  { id: nextPointId(rows), name: '', plan: '', closed: false },
];

/**
 * Rows out of a list as spreadsheets put it on the clipboard: name and number, or id, name and number, cut by tabs; undefined
 * where the text is a single name, which is for the field it was pasted into. Ids that are not given are proposed.
 */
export function pastedRows(text: string, taken: readonly PointRow[]): PointRow[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => !isBlankText(line));
  if (lines.length < 2 && !lines[0]?.trim().includes('\t')) return undefined;
  const rows: PointRow[] = [];
  for (const line of lines) {
    const cells = line.split('\t').map((cell) => cell.trim());
    const first = foldCaseless(cells[0] ?? '');
    const withId = cells.length > 2 && POINT_ID.test(first);
    const [name = '', plan = ''] = withId ? cells.slice(1) : cells;
    const id = withId ? first : nextPointId([...taken, ...rows]);
    rows.push({ id, name, plan: foldNumber(plan), closed: false });
  }
  return rows;
}

/** The points of a form as the API takes them, in their order; a closed one says so. */
export function readPoints(rows: readonly PointRow[]) {
  return rows.map(({ id, name, plan, closed }) => {
    const planned = readCount(plan.trim());
    return {
      id: foldCaseless(id),
      name: name.trim(),
      ...(planned === undefined ? {} : { plan: planned }),
      ...(closed ? { closed } : {}),
    };
  });
}

/** What the points are planned for together; undefined where none says it. What is no number counts nothing. */
export function sumOfPlans(rows: readonly { plan: string }[]): number | undefined {
  const plans = rows.map(({ plan }) => readCount(plan.trim())).filter((plan) => plan !== undefined);
  if (plans.length === 0) return undefined;
  return plans.reduce((sum, plan) => sum + (Number.isNaN(plan) ? 0 : plan), 0);
}

/** The name of a part of a point's row, by which what is wrong with it finds its place; the server's path of it without `$.`. */
export const pointField = (row: number, part: 'id' | 'name' | 'plan') =>
  `${POINTS}[${row}].${part}`;

/** What is wrong with the points of a form, by part of a row. */
export function faultsInPoints(
  rows: readonly PointRow[],
  words: {
    pointId: string;
    samePointId: string;
    pointName: string;
    longPointName(most: number): string;
    pointPlan: string;
    tooManyPoints(most: number): string;
    moreThanTotal(sum: number, total: number): string;
  },
  /** What the survey is planned for in all, where that is a number. */
  total?: number,
): Faults {
  const faults: Faults = {};
  const ids = rows.map(({ id }) => foldCaseless(id));
  rows.forEach(({ name, plan }, row) => {
    const id = ids[row] ?? '';
    if (!POINT_ID.test(id)) faults[pointField(row, 'id')] = words.pointId;
    else if (ids.indexOf(id) < row) faults[pointField(row, 'id')] = words.samePointId;
    if (isBlankText(name)) faults[pointField(row, 'name')] = words.pointName;
    else if (name.trim().length > LONGEST_NAME)
      faults[pointField(row, 'name')] = words.longPointName(LONGEST_NAME);
    const planned = readCount(plan.trim());
    if (planned !== undefined && !(planned >= 0)) faults[pointField(row, 'plan')] = words.pointPlan;
  });
  if (rows.length > MOST_POINTS) faults[POINTS] = words.tooManyPoints(MOST_POINTS);
  const sum = sumOfPlans(rows) ?? 0;
  if (total !== undefined && sum > total) faults[POINTS] = words.moreThanTotal(sum, total);
  return faults;
}
