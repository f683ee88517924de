import type { Fraction } from '../../survey-definitions/fraction.ts';

/** What is pointed out of a survey's fieldwork (提醒), the most urgent first. */
export const NOTICE_CODES = [
  'link-unreachable',
  'burst',
  'same-device',
  'below-plan',
  'low-returns',
  'quota-over',
  'point-quiet',
  'few-valid',
  'quota-full',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Something that asks somebody to look, in terms and no sentences. */
export interface Notice {
  /** Names it among the survey's, the same as long as it is about the same: by this it is put aside. */
  id: string;
  code: NoticeCode;
  /** Collection point, item and option that it is about. */
  point?: string;
  item?: string;
  option?: string;
  /** The numbers it rests on, by name; `n`, where it is among them, can grow until it is another matter. */
  values: Record<string, number | string | Fraction>;
}

/** How many it is about, of what can still grow; null where it is about no such number. */
export function extentOf({ values }: Pick<Notice, 'values'>): number | null {
  return typeof values['n'] === 'number' ? values['n'] : null;
}

/** One or two more are no news: what was put aside comes back where it has doubled, and by no fewer than these. */
const TIMES_WORSE = 2;
const LEAST_MORE = 5;

/** Whether what was put aside at this extent stays there, or has become so much more that somebody should look again. */
export function staysAside(notice: Pick<Notice, 'values'>, putAsideAt: number | null): boolean {
  const now = extentOf(notice);
  if (now === null || putAsideAt === null) return true;
  return now < putAsideAt * TIMES_WORSE || now < putAsideAt + LEAST_MORE;
}

/** Whether somebody is needed now, or it is only good to know. */
export function needsSomebody({ code, values }: Pick<Notice, 'code' | 'values'>): boolean {
  if (code === 'link-unreachable') return values['reach'] === 'this-machine';
  return code !== 'few-valid' && code !== 'quota-full';
}
