/** What is pointed out of a survey's fieldwork. */
export const NOTICE_CODES = [
  'link-unreachable',
  'low-returns',
  'below-plan',
  'few-valid',
  'same-device',
  'burst',
  'point-quiet',
  'quota-full',
  'quota-over',
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
  /** The numbers it rests on, by name. */
  values: Record<string, number | string>;
}

/** What there is to point out. */
export function noticesOf(): Notice[] {
  return [];
}
