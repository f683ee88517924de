import { type Finding, finding } from '../../survey-definitions/fault.ts';
import type { HandedOut, HandedOutEntry } from '../store/handed-out.ts';

/** An entry as it is sent. */
export interface WantedEntry extends Pick<HandedOutEntry, 'channel' | 'n'> {
  point?: string | null | undefined;
}

/** Those of the entries that say something else than what stands, each with what stood there. */
export function changedEntries(
  standing: readonly HandedOut[],
  wanted: readonly WantedEntry[],
): (HandedOutEntry & { before: number | null })[] {
  return wanted
    .map(({ channel, point = null, n }) => {
      const before = standing.find((entry) => entry.channel === channel && entry.point === point);
      return { channel, point, n, before: before?.n ?? null };
    })
    .filter(({ n, before }) => n !== before);
}

/** Ids of the points that still have an entry once these were put in. */
export function pointsHandedOutAt(
  standing: readonly HandedOut[],
  changed: readonly HandedOutEntry[],
): Set<string> {
  const isSame = (one: HandedOutEntry) => (other: HandedOutEntry) =>
    one.channel === other.channel && one.point === other.point;
  const stays = standing.filter((entry) => !changed.some(isSame(entry)));
  return new Set(
    [...stays, ...changed].flatMap(({ point, n }) => (n === null ? [] : (point ?? []))),
  );
}

/** An entry for the same twice, or for a point that the survey does not have. */
export function entryFindings(
  wanted: readonly WantedEntry[],
  points: readonly { id: string }[],
): Finding[] {
  return wanted.flatMap(({ channel, point = null, n }, index) => {
    const isFirst =
      wanted.findIndex((each) => each.channel === channel && (each.point ?? null) === point) ===
      index;
    if (!isFirst)
      return [
        finding(
          ['handedOut', index],
          'entered-twice',
          '同一渠道和调查点的实际发放数写了两次',
          'what was handed out in this channel at this point is given twice',
        ),
      ];
    if (point === null || n === null || points.some(({ id }) => id === point)) return [];
    return [
      finding(
        ['handedOut', index, 'point'],
        'unknown-point',
        `这项调查没有调查点 ${point}`,
        `the survey has no collection point ${point}`,
      ),
    ];
  });
}
