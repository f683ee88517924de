import { contributionsOf } from '../../analysis/counts.ts';
import { dayInChina } from '../../survey-definitions/china-time.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { StoredResponse } from './responses.ts';
import type { Tables } from './tables.ts';

export type AnswerKey = Omit<Tables['answer_counts'], 'shard' | 'n'>;
export type DayKey = Omit<Tables['day_counts'], 'shard' | 'n'>;
export type Counted = Pick<
  StoredResponse,
  'surveyCode' | 'channel' | 'point' | 'disposition' | 'receivedAt' | 'answers'
> & { flagged: boolean };

/**
 * Keys with how often each came, to be added to the count rows or compared with them. Equal keys list
 * their parts in the same order.
 */
export class Tally<K extends object> {
  readonly #counts = new Map<string, { key: K; n: number }>();

  add(key: K, n = 1): void {
    const name = Object.values(key).join('\0');
    const counted = this.#counts.get(name);
    if (counted) counted.n += n;
    else this.#counts.set(name, { key, n });
  }

  /** Always in the same order, so that writers take the locks of rows in the same order. */
  sorted(): { name: string; key: K; n: number }[] {
    return [...this.#counts]
      .map(([name, counted]) => ({ name, ...counted }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** What one response counts for. The write path and the rebuild both come through here. */
export function keysOf(
  response: Counted,
  questionnaire: Questionnaire,
): { answers: AnswerKey[]; day: DayKey } {
  const { surveyCode: survey_code, channel, disposition } = response;
  const point = response.point ?? '';
  const day = dayInChina(response.receivedAt);
  return {
    answers: contributionsOf(questionnaire, response.answers).map(({ item, option }) => ({
      survey_code,
      channel,
      point,
      disposition,
      item,
      option,
    })),
    day: { survey_code, channel, point, day, disposition, flagged: response.flagged ? 1 : 0 },
  };
}
