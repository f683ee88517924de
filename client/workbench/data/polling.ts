import { useEffect, useRef } from 'preact/hooks';
import { type Evaluation, evaluationsKey } from '../api/evaluations.ts';
import { resultsKey } from '../api/results.ts';
import { progress, survey } from '../api/surveys.ts';
import { useLineState } from './line.ts';
import { queryClient } from './query-client.ts';

const POLL_INTERVAL_MS = 5000;
/** Where changes come by themselves: keeps the session of a page that is watched, and finds out a line that lies. */
const SLOW_POLL_INTERVAL_MS = 20_000;

/** Whether what came back may become more by itself. */
export const isMoving = (surveys: readonly { state: Evaluation['surveys'][number]['state'] }[]) =>
  surveys.some(({ state }) => state === 'open' || state === 'not-yet');

/** Figures move by themselves while a survey is open or about to open: asked for every few seconds then, but not in a hidden tab. */
export const pollWhileOpen = (evaluation: Evaluation | undefined) => ({
  refetchInterval: evaluation && isMoving(evaluation.surveys) && POLL_INTERVAL_MS,
  refetchIntervalInBackground: false,
});

/** The same for what comes by itself while the line is open: asked for seldom then. */
export function usePolling(): (
  evaluation: Evaluation | undefined,
) => ReturnType<typeof pollWhileOpen> {
  const isFast = useLineState() !== 'open';
  return (evaluation) => {
    const { refetchInterval, refetchIntervalInBackground } = pollWhileOpen(evaluation);
    return {
      refetchInterval: refetchInterval && (isFast ? refetchInterval : SLOW_POLL_INTERVAL_MS),
      refetchIntervalInBackground,
    };
  };
}

/** Keys of what moves with an evaluation's responses. The list of responses is none: reading it is audited. */
const movingKeys = ({ id, surveys }: Evaluation) => [
  [...evaluationsKey, id],
  ...surveys.flatMap(({ code }) => [
    survey(code).queryKey,
    progress(code).queryKey,
    resultsKey(code),
  ]),
];

/** Asks again for what may have moved when another stop of the evaluation is opened. */
export function useRefetchOnPathChange(evaluation: Evaluation, path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    for (const queryKey of movingKeys(evaluation)) {
      // What the new screen is asking for already is not asked twice.
      void queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false });
    }
  }, [path]);
}
