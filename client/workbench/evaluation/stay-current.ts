import { useEffect } from 'preact/hooks';
import { type Evaluation, movingWith } from '../api.ts';
import { renew } from '../known.ts';

const EVERY = 5000;

/** Asks again for what may have moved: when another stop is opened, and every few seconds while answers come in. */
export function useStayCurrent(evaluation: Evaluation, path: string): void {
  const collecting = evaluation.surveys.some((survey) => survey.state === 'open');
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') renew(...movingWith(evaluation));
    };
    look();
    if (!collecting) return;
    const timer = setInterval(look, EVERY);
    return () => clearInterval(timer);
  }, [evaluation.id, collecting, path]);
}
