import type { Problem } from '../api/client.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from './words.ts';

/** What went wrong in the server's words, its faults one by one, and a way to try again where there is one. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const shared = useWords(sharedWords);
  const title = problem.status === 0 ? shared.unreachable : problem.title || shared.unknownFault;
  return (
    <div class="notice attention stack" role="alert">
      <p>
        <strong>{title}</strong>
        {problem.detail && ` ${problem.detail}`}
      </p>
      {problem.errors && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((fault) => (
            <li key={`${fault.path ?? fault.item}${fault.code}`}>{fault.message}</li>
          ))}
        </ul>
      )}
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {shared.again}
        </button>
      )}
    </div>
  );
}
