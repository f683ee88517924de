import type { Logger } from 'pino';
import { describeError } from '../log.ts';
import type { Changes, Topic } from '../store/changes.ts';
import { readRevisionsOf } from '../store/revisions.ts';
import type { Db } from '../store/tables.ts';

/**
 * How often revisions are looked at while somebody watches: where what other processes change is not told, counts have to be
 * there within two seconds; elsewhere it is the net for what was told and not heard.
 */
const LOOK_MS = 1_000;
const NET_MS = 10_000;

/** Whoever watches an evaluation is woken, and asks for what he shows. */
export interface Live {
  /** Calls `wake` whenever something may have changed in the evaluation; gives how to stop it. */
  watch(evaluationId: string, wake: (topic: Topic) => void): () => void;
  /** Which evaluation a survey belongs to is only known to who watches it: its codes are given here. */
  names(evaluationId: string, codes: readonly string[]): void;
  /** Evaluations that are watched, for tests. */
  readonly watched: number;
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
      const moved = each.revision !== undefined && each.revision !== revision;
      each.revision = revision;
      if (moved) wake(each, `evaluation:${id}`);
    }
  };
  const schedule = () => {
    if (timer !== undefined || watched.size === 0) return;
    timer = setTimeout(
      async () => {
        // A database that is away is said by everything that asks it.
        await look().catch((error: unknown) => {
          log.debug({ error: describeError(error) }, 'not looked for changes');
        });
        timer = undefined;
        schedule();
      },
      changes.hearsOthers() ? NET_MS : LOOK_MS,
    );
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
      schedule();
      return () => {
        each.wakes.delete(woken);
        if (each.wakes.size === 0 && watched.get(evaluationId) === each)
          watched.delete(evaluationId);
      };
    },
    names(evaluationId, codes) {
      const each = watched.get(evaluationId);
      for (const code of codes) each?.codes.add(`survey:${code}`);
    },
    get watched() {
      return watched.size;
    },
    stop() {
      unlisten();
      clearTimeout(timer);
      watched.clear();
    },
  };
}
