import { CHANNELS, DISPOSITIONS } from '../../../survey-definitions/response.ts';
import type { ResponseFilter } from '../api/responses.ts';

/** The filter an address asks for; what is none of the choices is left out. */
export function readFilter(query: Record<string, string>): ResponseFilter {
  const chosen = <C extends string>(choices: readonly C[], value: string | undefined) =>
    choices.find((choice) => choice === value);
  const filter: ResponseFilter = {
    channel: chosen(CHANNELS, query['channel']),
    disposition: chosen(DISPOSITIONS, query['disposition']),
    flagged: chosen(['1'], query['flagged']),
    item: query['item'] || undefined,
    option: query['option'] || undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
