import { countedOf } from '../../analysis/counts.ts';
import { dayInChina, hourInChina, minuteInChina } from '../../survey-definitions/china-time.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { StoredResponse } from './responses.ts';
import type { Tables } from './tables.ts';

export type AnswerKey = Omit<Tables['answer_counts'], 'shard' | 'n'>;
export type DayKey = Omit<Tables['day_counts'], 'shard' | 'n'>;
export type HourKey = Omit<Tables['hour_counts'], 'shard' | 'n'>;
export type MinuteKey = Omit<Tables['minute_counts'], 'shard' | 'n'>;
export type FlagKey = Omit<Tables['flag_counts'], 'shard' | 'n'>;
export type OwnKey = Omit<Tables['own_mean_counts'], 'shard' | 'n'>;
export type SumKey = Omit<Tables['own_mean_sums'], 'shard' | 'n'>;

/** The tables that hold what responses count for, and what each is counted by, in the order of its keys. */
export const COUNTED_BY = {
  answer_counts: ['survey_code', 'channel', 'point', 'disposition', 'item', 'option'],
  day_counts: ['survey_code', 'channel', 'point', 'day', 'disposition', 'flagged'],
  hour_counts: ['survey_code', 'channel', 'point', 'hour', 'disposition', 'flagged'],
  minute_counts: ['survey_code', 'minute'],
  flag_counts: ['survey_code', 'channel', 'point', 'disposition', 'flag'],
  own_mean_counts: ['survey_code', 'channel', 'point', 'disposition', 'own'],
  own_mean_sums: ['survey_code', 'channel', 'point', 'disposition', 'sum'],
} as const;
export type CountTable = keyof typeof COUNTED_BY;
export const COUNT_TABLES = Object.keys(COUNTED_BY) as CountTable[];

/** What one response counts for. */
export interface ResponseKeys {
  answers: AnswerKey[];
  day: DayKey;
  hour: HourKey;
  /** None of what did not come online: paper is keyed in stacks. */
  minutes: MinuteKey[];
  flags: FlagKey[];
  /** None of one without a scored answer. */
  owns: OwnKey[];
  /** Each with what is added. */
  sums: { key: SumKey; n: number }[];
}

/** What many count for. */
export interface Tallies {
  answers: Tally<AnswerKey>;
  days: Tally<DayKey>;
  hours: Tally<HourKey>;
  minutes: Tally<MinuteKey>;
  flags: Tally<FlagKey>;
  owns: Tally<OwnKey>;
  sums: Tally<SumKey>;
}
export type Counted = Pick<
  StoredResponse,
  'surveyCode' | 'channel' | 'point' | 'disposition' | 'receivedAt' | 'answers' | 'flags'
>;

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

  /**
   * Without those that came to nothing, and always in the same order, so that writers take the locks of rows in the same
   * order.
   */
  sorted(): { name: string; key: K; n: number }[] {
    return [...this.#counts]
      .filter(([, { n }]) => n !== 0)
      .map(([name, counted]) => ({ name, ...counted }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** What one response counts for. The write path and the rebuild both come through here. */
export function keysOf(response: Counted, questionnaire: Questionnaire): ResponseKeys {
  const { surveyCode: survey_code, channel, disposition } = response;
  const point = response.point ?? '';
  const { receivedAt } = response;
  const flags = [...new Set(response.flags.map(({ code }) => code))];
  const flagged = flags.length > 0 ? 1 : 0;
  const { contributions, own } = countedOf(questionnaire, response.answers);
  const by = { survey_code, channel, point, disposition };
  return {
    owns: own.own === null ? [] : [{ ...by, own: own.own }],
    sums: own.sums.map(({ name, n }) => ({ key: { ...by, sum: name }, n })),
    answers: contributions.map(({ item, option }) => ({
      survey_code,
      channel,
      point,
      disposition,
      item,
      option,
    })),
    day: { survey_code, channel, point, day: dayInChina(receivedAt), disposition, flagged },
    hour: { survey_code, channel, point, hour: hourInChina(receivedAt), disposition, flagged },
    minutes: channel === 'online' ? [{ survey_code, minute: minuteInChina(receivedAt) }] : [],
    flags: flags.map((flag) => ({ survey_code, channel, point, disposition, flag })),
  };
}

export const noTallies = (): Tallies => ({
  answers: new Tally(),
  days: new Tally(),
  hours: new Tally(),
  minutes: new Tally(),
  flags: new Tally(),
  owns: new Tally(),
  sums: new Tally(),
});

/** Counts one more response, or with -1 one less. */
export function addKeys(tallies: Tallies, keys: ResponseKeys, times: 1 | -1 = 1): void {
  for (const key of keys.answers) tallies.answers.add(key, times);
  tallies.days.add(keys.day, times);
  tallies.hours.add(keys.hour, times);
  for (const key of keys.minutes) tallies.minutes.add(key, times);
  for (const key of keys.flags) tallies.flags.add(key, times);
  for (const key of keys.owns) tallies.owns.add(key, times);
  for (const { key, n } of keys.sums) tallies.sums.add(key, n * times);
}
