import { useWords } from '../language.tsx';
import { evaluationsPath } from '../paths.ts';

export function NotFound() {
  const words = useWords();
  return (
    <div class="page">
      <div class="empty">
        <h1>{words.states.notFound}</h1>
        <p>{words.states.notFoundHint}</p>
        <a class="button" href={evaluationsPath}>
          {words.evaluations.title}
        </a>
      </div>
    </div>
  );
}
