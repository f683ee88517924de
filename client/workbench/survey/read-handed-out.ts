import { CHANNELS } from '../../../survey-definitions/response.ts';
import { PLANNED_CHANNELS } from '../../../survey-definitions/survey.ts';
import type { Progress, Survey, SurveyPoint } from '../api/surveys.ts';
import { countOf } from '../parts/form-values.ts';

type Channel = Progress['byChannel'][number]['channel'];

/** A place where a number is entered, with what was entered there last. */
export interface Entry {
  channel: Channel;
  /** Id of a collection point; null for none. */
  point: string | null;
  last: Survey['handedOut'][number] | undefined;
}

export const entryField = (channel: string, point: string | null) => `${channel} ${point ?? ''}`;

/**
 * Where something can have been handed out: by channels that are planned, brought responses or have an entry (both of those
 * one hands out by where none is), at each point and, where there is no point or something was entered so, at none.
 */
export function placesOf(
  { points, handedOut }: Pick<Survey, 'points' | 'handedOut'>,
  { byChannel }: Pick<Progress, 'byChannel'>,
): { channels: Channel[]; points: (SurveyPoint | null)[] } {
  const used = CHANNELS.filter(
    (channel) =>
      byChannel.some((each) => each.channel === channel) ||
      handedOut.some((each) => each.channel === channel),
  );
  const atNone = points.length === 0 || handedOut.some(({ point }) => point === null);
  return {
    channels: used.length > 0 ? used : [...PLANNED_CHANNELS],
    points: [...points, ...(atNone ? [null] : [])],
  };
}

/** What a form enters otherwise than it stands; a field left blank takes its entry back. */
export function readEntries(
  form: FormData,
  survey: Pick<Survey, 'points' | 'handedOut'>,
  progress: Pick<Progress, 'byChannel'>,
): { channel: Channel; point: string | null; n: number | null }[] {
  const { channels, points } = placesOf(survey, progress);
  return channels.flatMap((channel) =>
    points.flatMap((place) => {
      const point = place?.id ?? null;
      const n = countOf(form, entryField(channel, point)) ?? null;
      const last = survey.handedOut.find(
        (each) => each.channel === channel && each.point === point,
      );
      return n === (last?.n ?? null) ? [] : [{ channel, point, n }];
    }),
  );
}
