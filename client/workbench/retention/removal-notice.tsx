import { useEvaluation, useMay } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { detailsPath } from '../paths.ts';
import { receivedIn } from './received-in.ts';
import { retentionWords } from './words.ts';

/** For thirty days before single answers are removed every screen of the evaluation says so, and where it can be moved. */
export function RemovalNotice() {
  const words = useWords(retentionWords);
  const evaluation = useEvaluation();
  const mayMove = useMay('evaluations.write');
  if (!evaluation.retention?.notice) return null;
  return (
    <p class="notice attention removal-notice screen-only">
      <strong>{words.soonTitle(evaluation.retention.until)}</strong>{' '}
      {words.soon(count(receivedIn(evaluation)))}{' '}
      {mayMove && <a href={detailsPath(evaluation.id)}>{words.move}</a>}
    </p>
  );
}
