import type { EvaluationSort } from '../../survey-definitions/evaluation.ts';
import { asWritten, compare, exact, type Fraction } from '../../survey-definitions/fraction.ts';
import { BadCursorError, decodePlace, encodePlace, type Page } from '../store/cursor.ts';
import type { Evaluation } from '../store/evaluations.ts';

/** An evaluation with what lists are put in order by. */
export interface Sorted {
  evaluation: Evaluation;
  /** Only looked at where the total decides. */
  total: Fraction | null;
}

/** A place in a list: what decides first, then when it was begun, then its id, so that no two are the same. */
interface Place {
  department: string;
  year: number;
  total: Fraction | null;
  createdAt: string;
  id: string;
}

type Compare = (one: Place, other: Place) => number;

/** By code point, which is the order of the bytes: code units would put 𠮷 before ～ and 﨑. */
const text: (one: string, other: string) => number = (one, other) =>
  one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other));
const newest: Compare = (one, other) =>
  text(other.createdAt, one.createdAt) || text(other.id, one.id);

const ORDERS: Record<EvaluationSort, Compare> = {
  newest,
  department: (one, other) =>
    text(one.department, other.department) || other.year - one.year || newest(one, other),
  year: (one, other) => other.year - one.year || newest(one, other),
  total: (one, other) => highest(one.total, other.total) || newest(one, other),
};

/** What has no total comes last. */
function highest(one: Fraction | null, other: Fraction | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(other, one);
}

/** The page behind a place. The cursor says of what order it is; of another it is none. Throws a BadCursorError. */
export function pageIn(
  all: readonly Sorted[],
  sort: EvaluationSort,
  { after, limit }: { after?: string | undefined; limit: number },
): Page<Evaluation> {
  const order = ORDERS[sort];
  const places = all
    .map((each) => ({ ...each, place: placeOf(each) }))
    .sort((one, other) => order(one.place, other.place));
  const behind = after === undefined ? undefined : readPlace(sort, after);
  const rest = behind ? places.filter(({ place }) => order(behind, place) < 0) : places;
  const kept = rest.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(({ evaluation }) => evaluation),
    next: rest.length > limit && last ? writePlace(sort, last.place) : null,
  };
}

const placeOf = ({ evaluation, total }: Sorted): Place => {
  const { department, year, createdAt, id } = evaluation;
  return { department, year, total, createdAt, id };
};

/** What decides first in an order, as text. */
const FIRST: Record<EvaluationSort, (place: Place) => string> = {
  newest: () => '',
  department: ({ department, year }) => `${year} ${department}`,
  year: ({ year }) => String(year),
  total: ({ total }) => (total ? asWritten(total) : ''),
};

const writePlace = (sort: EvaluationSort, place: Place) =>
  encodePlace([sort, FIRST[sort](place), place.createdAt, place.id]);

function readPlace(sort: EvaluationSort, cursor: string): Place {
  const [of, first = '', createdAt = '', id = ''] = decodePlace(cursor, 4);
  if (of !== sort) throw new BadCursorError();
  const place = { department: '', year: 0, total: null, createdAt, id };
  switch (sort) {
    case 'newest':
      return place;
    case 'total':
      return { ...place, total: first === '' ? null : totalOf(first) };
    case 'year':
      return { ...place, year: yearOf(first) };
    case 'department': {
      const [year = '', ...department] = first.split(' ');
      return { ...place, year: yearOf(year), department: department.join(' ') };
    }
  }
}

function yearOf(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new BadCursorError();
  return Number(text);
}

/** Digits that no total has. */
const LONGEST_TOTAL = 200;

function totalOf(text: string): Fraction {
  try {
    if (text.length <= LONGEST_TOTAL) return exact(text);
  } catch {
    // None that we made.
  }
  throw new BadCursorError();
}
