import type { Problem } from '../api.ts';
import { useWords } from '../language.tsx';

/** What went wrong in the server's words, its faults one by one, and a way to try again where there is one. */
export function Failed({ problem, again }: { problem: Problem; again?: () => void }) {
  const words = useWords();
  const title =
    problem.status === 0 ? words.states.unreachable : problem.title || words.states.unknownFault;
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
      {again && (
        <button type="button" class="button" onClick={again}>
          {words.states.again}
        </button>
      )}
    </div>
  );
}
