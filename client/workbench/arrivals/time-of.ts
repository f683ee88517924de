import { useWords } from '../language.tsx';
import type { BarSpan } from './arrival-bars.ts';
import { hourOfDay, shortDay } from './bar-labels.ts';
import { arrivalsWords } from './words.ts';

/** A day with its year, which a week begins with too; an hour with its day. */
export const timeOf = (at: string, span: BarSpan): string =>
  span === 'hour' ? `${shortDay(at)} ${hourOfDay(at)}` : at;

/** When a bar was, in words. */
export function useTimeInWords(): (at: string, span: BarSpan) => string {
  const words = useWords(arrivalsWords);
  return (at, span) => (span === 'week' ? words.week(at) : timeOf(at, span));
}
