import { useWords } from '../language.tsx';
import type { ArrivalLine, BarSpan } from './arrival-bars.ts';
import { hourOfDay, shortDay } from './bar-labels.ts';
import { arrivalsWords } from './words.ts';

/** When a bar or a line of the table was, in words: a day with its year, an hour with its day. */
export function useTimeOf(): (of: Pick<ArrivalLine, 'at' | 'until'>, span: BarSpan) => string {
  const words = useWords(arrivalsWords);
  const named = (at: string, span: BarSpan) =>
    span === 'hour' ? `${shortDay(at)} ${hourOfDay(at)}` : at;
  return ({ at, until }, span) => {
    if (until !== undefined) return words.between(named(at, span), named(until, span));
    return span === 'week' ? words.week(at) : named(at, span);
  };
}
