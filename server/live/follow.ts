import { nextChangeOfState } from '../evaluations/survey-state.ts';
import { isUnavailable } from '../store/failures.ts';
import type { Live } from './live.ts';
import type { Said, Saying, Snapshots } from './snapshots.ts';

/** What is sent to a page that watches: progress that has changed, or only that the line is alive. */
export type LiveEvent =
  | { kind: 'progress'; surveys: string[]; whole: boolean; at: string }
  | { kind: 'heartbeat' };

interface Following {
  evaluationId: string;
  /** Code of the only survey that is followed; all of the evaluation where it is left out. */
  only?: string;
  to: Saying;
  /** Whether whoever follows would be let in now. */
  mayStill(): Promise<boolean>;
  signal: AbortSignal;
}

interface FollowDeps {
  live: Live;
  snapshots: Snapshots;
  now(): Date;
  /** Milliseconds on a clock that nobody sets. */
  elapsed(): number;
}

/** Said while nothing happens, so that neither a proxy nor the page takes the line for dead. */
const HEARTBEAT_MS = 15_000;
/** At the latest: who follows is looked at again, and what follows from the time of day is said again. */
const LOOK_AGAIN_MS = 15_000;
const SAY_AGAIN_MS = 60_000;
/**
 * Between two events of one stream; longer where they are large or streams are many, so that responses are taken as fast as
 * before however many look on. Counts are there within two seconds all the same.
 */
const BETWEEN_MS = 500;
const MOST_BETWEEN_MS = 1_000;
const BYTES_PER_MS = 200;
const MS_PER_STREAM = 5;
/** After the database could not be asked. */
const TRY_AGAIN_MS = 1_000;

/**
 * What there is to send, as it comes: first all, then what has changed, never more than the newest. It is made when it is
 * asked for, so a reader that is slow gets less, and nothing waits for him. Ends when the signal says so, and when whoever
 * follows may no longer.
 */
export async function* follow(deps: FollowDeps, following: Following): AsyncGenerator<LiveEvent> {
  const { live, snapshots, elapsed } = deps;
  const { evaluationId, mayStill, signal } = following;
  const bell = createBell(signal);
  const state: State = {
    first: true,
    sent: new Map(),
    mark: snapshots.mark(),
    due: true,
    nextState: null,
  };
  // Pages that were opened together are not looked at all at once.
  let looked = elapsed() - Math.random() * LOOK_AGAIN_MS;
  let read = elapsed();
  let spoken = elapsed();
  const unwatch = live.watch(evaluationId, (topic) => {
    state.due = true;
    state.mark = snapshots.mark();
    // A role that was taken away, a session that was ended: in the next turn.
    if (!topic.startsWith('survey:')) looked = -LOOK_AGAIN_MS;
    bell.ring();
  });
  try {
    while (!signal.aborted) {
      if (elapsed() - looked >= LOOK_AGAIN_MS) {
        looked = elapsed();
        if (!(await mayStill())) return;
      }
      const isTime = state.nextState !== null && deps.now() >= state.nextState;
      if (isTime || elapsed() - read >= SAY_AGAIN_MS) {
        state.due = true;
        state.mark = snapshots.mark();
      }
      if (state.due) {
        read = elapsed();
        const news = await readNews(deps, following, state);
        if (news !== undefined) {
          spoken = elapsed();
          yield news;
          await bell.silence(betweenEvents(news, live.watching));
        } else {
          await bell.silence(state.due ? TRY_AGAIN_MS : BETWEEN_MS);
        }
      }
      if (elapsed() - spoken >= HEARTBEAT_MS) {
        spoken = elapsed();
        yield { kind: 'heartbeat' };
      }
      if (state.due) continue;
      const untilState =
        (state.nextState?.getTime() ?? Number.POSITIVE_INFINITY) - deps.now().getTime();
      await bell.wait(
        Math.min(
          spoken + HEARTBEAT_MS - elapsed(),
          looked + LOOK_AGAIN_MS - elapsed(),
          read + SAY_AGAIN_MS - elapsed(),
          untilState,
        ),
      );
    }
  } finally {
    unwatch();
  }
}

/** What a stream knows. */
interface State {
  /** Nothing was sent yet. */
  first: boolean;
  /** What was sent of each survey, without its time. */
  sent: Map<string, string>;
  /** What was read before is too old. */
  mark: number;
  /** Whether there may be news. */
  due: boolean;
  /** When a survey's state changes by the clock. */
  nextState: Date | null;
}

/** What has changed since it was sent, undefined where nothing has; still due where the database cannot be asked. */
async function readNews(
  { live, snapshots, now }: FollowDeps,
  { evaluationId, only, to }: Following,
  state: State,
): Promise<LiveEvent | undefined> {
  state.due = false;
  let said: Said[];
  try {
    said = await snapshots.of(evaluationId, only, state.mark, to);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    state.due = true;
    return undefined;
  }
  const surveys = said.map(({ survey }) => survey);
  live.names(
    evaluationId,
    surveys.map(({ code }) => code),
  );
  state.nextState = nextChangeOfState(surveys, now());
  const { sent } = state;
  const whole =
    state.first || said.length !== sent.size || said.some(({ survey }) => !sent.has(survey.code));
  const changed = said.filter(({ survey, same }) => whole || sent.get(survey.code) !== same);
  state.first = false;
  if (whole) sent.clear();
  for (const { survey, same } of changed) sent.set(survey.code, same);
  if (changed.length === 0 && !whole) return undefined;
  return {
    kind: 'progress',
    surveys: changed.map(({ json }) => json),
    whole,
    at: now().toISOString(),
  };
}

function betweenEvents(event: LiveEvent, streams: number): number {
  if (event.kind === 'heartbeat') return 0;
  const bytes = event.surveys.reduce((sum, json) => sum + json.length, 0);
  return Math.min(
    MOST_BETWEEN_MS,
    Math.max(BETWEEN_MS, bytes / BYTES_PER_MS, streams * MS_PER_STREAM),
  );
}

/** Waits that a ring, or the end, cuts short. */
function createBell(signal: AbortSignal) {
  const wait = (ms: number, isRung: boolean) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        rung = () => {};
        resolve();
      };
      const timer = setTimeout(done, Math.max(0, ms));
      signal.addEventListener('abort', done);
      if (isRung) rung = done;
    });
  let rung = () => {};
  return {
    ring: () => rung(),
    /** Until the time is up, or somebody rings. */
    wait: (ms: number) => wait(ms, true),
    /** Whoever rings. */
    silence: (ms: number) => wait(ms, false),
  };
}
