import { useRef, useState } from 'preact/hooks';
import { type Problem, ProblemError } from '../api/client.ts';
import { sameSignsInAgain, whoIsHere } from './ended-session.ts';
import { askRolesAgain, signOutIfUnauthorized } from './query-client.ts';

/**
 * A change the reader sets going: whether it is under way, and what stopped it. Where the session has ended it waits
 * until the same person has signed in again, and is then made once more.
 */
export function useMutation<Given extends unknown[]>(change: (...given: Given) => Promise<void>) {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  /** True where it was done. Once more while under way does nothing. */
  const mutate = async (...given: Given): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setPending(true);
    setProblem(undefined);
    const problemFound = await attempt(() => change(...given)).finally(() => {
      running.current = false;
      setPending(false);
    });
    setProblem(problemFound);
    return problemFound === undefined;
  };
  return { mutate, isPending, problem };
}

/** What stopped it; undefined where it was done, be it after the same person signed in again. */
export async function attempt(change: () => Promise<void>): Promise<Problem | undefined> {
  const before = whoIsHere();
  try {
    await change();
    return undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    askRolesAgain(error);
    if (!error.endsSession) return error.problem;
    signOutIfUnauthorized(error);
    return (await sameSignsInAgain(before)) ? attempt(change) : error.problem;
  }
}
