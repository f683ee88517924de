import { setTimeout as sleep } from 'node:timers/promises';
import { listSurveys, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { type ProgressNow, readProgressNow } from './read-progress.ts';

/** How a survey's progress is said to somebody; said alike to all who have the same `key`. */
export interface Saying {
  /** Language and address, say. */
  key: string;
  say(now: ProgressNow): object & { at: string };
}

/** A survey's progress as it is said: the JSON that is sent, and what of it shows whether anything has changed. */
export interface Said {
  survey: Survey;
  json: string;
  /** The same without its time. */
  same: string;
}

/** An evaluation's surveys, read for all who ask at about the same time. */
interface Round {
  /** Its place among all rounds; beyond all of them while it has not begun. */
  turn: number;
  /** Milliseconds on a clock that nobody sets. */
  at: number;
  surveys: Promise<Survey[]>;
}

interface Kept {
  /** Of the round that its survey was read in: what was committed later need not be in it. */
  turn: number;
  at: number;
  read: Promise<ProgressNow>;
  said: Map<string, Promise<Said>>;
}

/** Progress of surveys as it was read last, for all streams together: read once for any number of them, and put into words once for all who read the same. */
export interface Snapshots {
  /** A mark in time: what is read afterwards has seen all that was committed before. */
  mark(): number;
  /** An evaluation's surveys, oldest first, or one of them, as they were read after the mark. */
  of(evaluationId: string, only: string | undefined, since: number, to: Saying): Promise<Said[]>;
}

/** Between two rounds of an evaluation, in milliseconds: streams that were opened at different times are told in step, and share what is read. */
const BETWEEN_MS = 250;
/** Surveys that nobody has asked for in so long are forgotten, in milliseconds. */
const FORGET_MS = 120_000;

export function createSnapshots({
  db,
  now,
  elapsed,
}: {
  db: Db;
  now(): Date;
  elapsed(): number;
}): Snapshots {
  let turn = 0;
  const rounds = new Map<string, Round>();
  const kept = new Map<string, Kept>();

  const forgetOld = (at: number) => {
    for (const cache of [rounds, kept])
      for (const [key, each] of cache) if (each.at < at - FORGET_MS) cache.delete(key);
  };

  const roundOf = (evaluationId: string, since: number): Round => {
    const before = rounds.get(evaluationId);
    if (before !== undefined && before.turn > since) return before;
    const begin = () => {
      turn += 1;
      made.turn = turn;
      made.at = elapsed();
      return listSurveys(db, evaluationId);
    };
    const at = elapsed();
    const wait = before === undefined ? 0 : before.at + BETWEEN_MS - at;
    // It begins in a later tick in any case, once `made` is there.
    const surveys = sleep(Math.max(0, wait)).then(begin);
    const made: Round = { turn: Number.POSITIVE_INFINITY, at, surveys };
    forgetOld(made.at);
    rounds.set(evaluationId, made);
    made.surveys.catch(() => rounds.delete(evaluationId));
    return made;
  };

  const current = (survey: Survey, { turn }: Round, since: number): Kept => {
    const before = kept.get(survey.code);
    if (before !== undefined && before.turn > since) return before;
    const read = readProgressNow(db, survey, now());
    const made: Kept = { turn, at: elapsed(), read, said: new Map() };
    kept.set(survey.code, made);
    made.read.catch(() => kept.delete(survey.code));
    return made;
  };

  const said = (survey: Survey, { read, said }: Kept, { key, say }: Saying): Promise<Said> => {
    const before = said.get(key);
    if (before !== undefined) return before;
    const made = read.then((progress): Said => {
      const { at, ...same } = say(progress);
      return { survey, json: JSON.stringify({ at, ...same }), same: JSON.stringify(same) };
    });
    said.set(key, made);
    // Whoever waits for it hears of it; nobody has to.
    made.catch(() => {});
    return made;
  };

  return {
    mark: () => turn,
    async of(evaluationId, only, since, to) {
      const round = roundOf(evaluationId, since);
      const all = await round.surveys;
      const wanted = only === undefined ? all : all.filter(({ code }) => code === only);
      return Promise.all(wanted.map((survey) => said(survey, current(survey, round, since), to)));
    },
  };
}
