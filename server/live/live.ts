import type { Logger } from 'pino';
import { describeError } from '../log.ts';
import type { Changes, Topic } from '../store/changes.ts';
import { readRevisionsOf } from '../store/revisions.ts';
import type { Db } from '../store/tables.ts';

/**
 * How often revisions are looked at while somebody watches: where what other processes change is not told, counts have to be
 * there within two seconds; elsewhere, once in so many times, it is the net for what was told and not heard.
 */
const LOOK_MS = 750;
const NET_EVERY = 12;

/** Whoever watches an evaluation is woken, and asks for what he shows. */
export interface Live {
  /** Calls `wake` whenever something may have changed in the evaluation; gives how to stop it. */
  watch(evaluationId: string, wake: (topic: Topic) => void): () => void;
  /** Which evaluation a survey belongs to is only known to who watches it: its codes are given here. */
  names(evaluationId: string, codes: readonly string[]): void;
  /** How many watch, whatever it is. */
  readonly watching: number;
  stop(): void;
}

interface Watched {
  wakes: Set<(topic: Topic) => void>;
  /** Topics of its surveys, as far as anybody who watches has named them. */
  codes: Set<Topic>;
  /** As it was looked at last; undefined before the first look. */
  revision: number | undefined;
}

/** Of one process: tells its open streams what this process and others have committed. */
export function createLive({ db, changes, log }: { db: Db; changes: Changes; log: Logger }): Live {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;
  let watching = 0;

  const wake = ({ wakes }: Watched, topic: Topic) => {
    for (const each of [...wakes]) each(topic);
  };
  const unlisten = changes.listen((topics) => {
    for (const [id, each] of watched)
      for (const topic of topics)
        if (!topic.includes(':') || topic === `evaluation:${id}` || each.codes.has(topic))
          wake(each, topic);
  });

  const look = async () => {
    const now = await readRevisionsOf(db, [...watched.keys()]);
    for (const [id, each] of watched) {
      const revision = now.get(id) ?? 0;
      // Where it was never looked at, something may have come between what was shown and this.
      const moved = each.revision !== revision;
      each.revision = revision;
      if (moved) wake(each, `evaluation:${id}`);
    }
  };
  /** Since the last look; whether it is time is asked often, since what tells us may go quiet at any moment. */
  let times = 0;
  const schedule = () => {
    if (timer !== undefined || watched.size === 0) return;
    timer = setTimeout(async () => {
      times += 1;
      if (!changes.hearsOthers() || times >= NET_EVERY) {
        times = 0;
        // A database that is away is said by everything that asks it.
        await look().catch((error: unknown) => {
          log.debug({ error: describeError(error) }, 'not looked for changes');
        });
      }
      timer = undefined;
      schedule();
    }, LOOK_MS);
    timer.unref();
  };

  return {
    watch(evaluationId, woken) {
      const each: Watched = watched.get(evaluationId) ?? {
        wakes: new Set(),
        codes: new Set(),
        revision: undefined,
      };
      watched.set(evaluationId, each);
      each.wakes.add(woken);
      watching += 1;
      schedule();
      return () => {
        if (each.wakes.delete(woken)) watching -= 1;
        if (each.wakes.size === 0 && watched.get(evaluationId) === each)
          watched.delete(evaluationId);
      };
    },
    names(evaluationId, codes) {
      const each = watched.get(evaluationId);
      for (const code of codes) each?.codes.add(`survey:${code}`);
    },
    get watching() {
      return watching;
    },
    stop() {
      unlisten();
      clearTimeout(timer);
      watched.clear();
    },
  };
}
