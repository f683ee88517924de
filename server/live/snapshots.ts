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

interface Kept {
  /** Which turn it was begun in. */
  turn: number;
  /** Milliseconds on a clock that nobody sets. */
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
  const surveys = new Map<string, Pick<Kept, 'turn' | 'at'> & { read: Promise<Survey[]> }>();
  const kept = new Map<string, Kept>();

  const forgetOld = (at: number) => {
    for (const cache of [surveys, kept])
      for (const [key, each] of cache) if (each.at < at - FORGET_MS) cache.delete(key);
  };

  const listed = (evaluationId: string, since: number) => {
    const before = surveys.get(evaluationId);
    if (before !== undefined && before.turn > since) return before.read;
    turn += 1;
    const made = { turn, at: elapsed(), read: listSurveys(db, evaluationId) };
    forgetOld(made.at);
    surveys.set(evaluationId, made);
    made.read.catch(() => surveys.delete(evaluationId));
    return made.read;
  };

  const current = (survey: Survey, since: number): Kept => {
    const before = kept.get(survey.code);
    if (before !== undefined && before.turn > since) return before;
    turn += 1;
    const made: Kept = {
      turn,
      at: elapsed(),
      read: readProgressNow(db, survey, now()),
      said: new Map(),
    };
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
      const all = await listed(evaluationId, since);
      const wanted = only === undefined ? all : all.filter(({ code }) => code === only);
      return Promise.all(wanted.map((survey) => said(survey, current(survey, since), to)));
    },
  };
}
