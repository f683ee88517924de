import { useWords } from '../language.tsx';
import { evaluationsPath } from '../paths.ts';

/** An address that names nothing, in the server's words where it has any. */
export function NotFound({ title }: { title?: string }) {
  const words = useWords();
  return (
    <div class="page">
      <div class="empty">
        <h1>{title || words.states.notFound}</h1>
        <p>{words.states.notFoundHint}</p>
        <a class="button" href={evaluationsPath}>
          {words.evaluations.title}
        </a>
      </div>
    </div>
  );
}
