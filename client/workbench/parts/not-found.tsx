import { useWords } from '../language.tsx';
import { evaluationsPath } from '../paths.ts';
import { sharedWords } from './words.ts';

/** An address that names nothing, in the server's words where it has any. */
export function NotFound({ title }: { title?: string }) {
  const shared = useWords(sharedWords);
  return (
    <div class="page">
      <div class="empty">
        <h1>{title || shared.notFound}</h1>
        <p>{shared.notFoundHint}</p>
        <a class="button" href={evaluationsPath}>
          {shared.evaluations.title}
        </a>
      </div>
    </div>
  );
}
