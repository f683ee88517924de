import { useRef, useState } from 'preact/hooks';
import { type Problem, ProblemError } from '../api/client.ts';
import { signOutIfUnauthorized } from './query-client.ts';

/** A change the reader sets going: whether it is under way, and what stopped it. */
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
    try {
      await change(...given);
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      signOutIfUnauthorized(error);
      setProblem(error.problem);
      return false;
    } finally {
      running.current = false;
      setPending(false);
    }
  };
  return { mutate, isPending, problem };
}
