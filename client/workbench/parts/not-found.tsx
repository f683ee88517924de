import { useWords } from '../language.tsx';
import { evaluationsPath } from '../paths.ts';
import { InsteadPage } from './instead-page.tsx';
import { sharedWords } from './words.ts';

/** An address that names nothing, in the server's words where it has any. */
export function NotFound({ title }: { title?: string }) {
  const shared = useWords(sharedWords);
  return (
    <InsteadPage
      title={title || shared.notFound}
      back={{ href: evaluationsPath, label: shared.evaluations.title }}
    >
      <p>{shared.notFoundHint}</p>
    </InsteadPage>
  );
}
