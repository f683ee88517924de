import { ProblemError } from '../api/client.ts';
import { type EvaluationProgress, openProgressStream } from '../api/progress.ts';
import { sameSignsInAgain, whoIsHere } from './ended-session.ts';
import { closeLine, lineNow, setLine } from './line.ts';
import { askRolesAgain, queryClient, signOutIfUnauthorized } from './query-client.ts';
import { readEvents, SILENCE_MS } from './server-events.ts';
import { takeIn } from './take-in.ts';

/** Before a broken line is opened again: the first time, and at most. */
const FIRST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 15_000;
/** Where the server has no room for one more line, asking every few seconds does as well for a while. */
const BUSY_WAIT_MS = 30_000;

/** Keeps a line open on which the evaluation's progress comes, opening it again whenever it breaks; gives how to stop. */
export function followEvaluation(id: string): () => void {
  const over = new AbortController();
  void keepFollowing(id, over.signal);
  return () => {
    over.abort();
    closeLine();
  };
}

async function keepFollowing(id: string, signal: AbortSignal): Promise<void> {
  let failures = 0;
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const problem = await followOnce(id, signal, isFirst, () => {
      failures = 0;
    });
    if (signal.aborted) return;
    if (problem === undefined || problem.isTemporary) {
      const isBusy = problem?.problem.status === 503;
      if (isBusy) closeLine();
      else setLine({ state: 'lost', evaluation: id });
      // Whether the server is there at all is known at once, and only that it is not is worth a warning.
      if (!isBusy && failures === 0) askForAllShown(id);
      const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, MOST_WAIT_MS);
      failures += 1;
      // Not all who were cut off come back in the same moment.
      await passed(isBusy ? BUSY_WAIT_MS : wait * (0.75 + Math.random() / 2), signal);
      continue;
    }
    closeLine();
    if (!problem.endsSession) {
      // What he is and may do now the screens ask, and follow.
      askRolesAgain(problem);
      return;
    }
    const before = whoIsHere();
    signOutIfUnauthorized(problem);
    await sameSignsInAgain(before);
    failures = 0;
  }
}

/** One line from its opening to its end; what it was refused for, undefined where it ended or broke. */
async function followOnce(
  id: string,
  signal: AbortSignal,
  isFirst: boolean,
  came: () => void,
): Promise<ProblemError | undefined> {
  // A request on a dead line is never answered, and nobody says so.
  const unanswered = new AbortController();
  const dead = () => setLine({ deadSince: lineNow().deadSince ?? Date.now() });
  const giveUp = () => unanswered.abort();
  const silence = setTimeout(() => {
    dead();
    giveUp();
  }, SILENCE_MS);
  signal.addEventListener('abort', giveUp);
  try {
    const body = await openProgressStream(id, unanswered.signal);
    clearTimeout(silence);
    let isNew = true;
    await readEvents(body, {
      signal,
      dead,
      heard() {
        if (!isNew) setLine({ heardAt: Date.now() });
      },
      event(name, data) {
        if (name !== 'progress' || signal.aborted) return;
        const heardAt = Date.now();
        const wasDead = lineNow().deadSince !== undefined;
        setLine({ state: 'open', evaluation: id, heardAt, deadSince: undefined });
        takeIn(JSON.parse(data) as EvaluationProgress, isFirst && isNew);
        // What could not be asked for meanwhile is asked for now.
        if (isNew && !isFirst) askForFailed();
        if (wasDead) askForAllShown(id);
        isNew = false;
        came();
      },
    });
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    if (signal.aborted || unanswered.signal.aborted) return undefined;
    throw error;
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', giveUp);
    giveUp();
  }
}

function askForAllShown(id: string): void {
  void queryClient.refetchQueries({ type: 'active', queryKey: ['evaluations', id], exact: true });
}

function askForFailed(): void {
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => !!state.error });
}

/** Waits, but not beyond the end, nor once the browser has found a network again. */
function passed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
