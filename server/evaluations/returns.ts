import { placesOfChannel } from '../../analysis/handed-out.ts';
import type { Returned } from '../../analysis/response-rate.ts';
import { CHANNELS, type Channel } from '../../survey-definitions/response.ts';
import type { Plan } from '../../survey-definitions/survey.ts';
import type { Progress } from '../store/counts.ts';
import type { HandedOut } from '../store/handed-out.ts';

/** What is known of a channel of a survey: what was planned and handed out, and what came back. */
export interface ChannelReturns {
  channel: Channel;
  planned: number | null;
  came: Progress['byChannel'];
  places: Returned[];
  /** None are to be handed out, none came, and nobody says otherwise: there is nothing to know. */
  isIdle: boolean;
}

/** Every channel that is planned, or brought something, or of which it is said what was handed out. */
export function returnsByChannel(
  plan: Plan,
  { byChannel, byPoint }: Pick<Progress, 'byChannel' | 'byPoint'>,
  handedOut: readonly HandedOut[],
): ChannelReturns[] {
  return CHANNELS.flatMap((channel) => {
    const planned = channel === 'import' ? null : (plan.byChannel?.[channel] ?? null);
    const ofChannel = (each: { channel: string }) => each.channel === channel;
    const came = byChannel.filter(ofChannel);
    const entries = handedOut.filter(ofChannel);
    if (planned === null && came.length === 0 && entries.length === 0) return [];
    const places = placesOfChannel(entries, byPoint.filter(ofChannel));
    const isIdle = planned === 0 && came.length === 0 && entries.length === 0;
    return [{ channel, planned, came, places, isIdle }];
  });
}

/** The places that a survey's response rate is taken over. */
export const placesInAll = (channels: readonly ChannelReturns[]): Returned[] =>
  channels.flatMap(({ isIdle, places }) => (isIdle ? [] : places));
