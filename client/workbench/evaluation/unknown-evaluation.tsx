import { useWords } from '../language.tsx';
import { InsteadPage } from '../parts/instead-page.tsx';
import { KeptDrafts } from '../parts/not-for-you.tsx';
import { sharedWords } from '../parts/words.ts';
import { evaluationsPath } from '../paths.ts';

/** An evaluation that there is not, or in which somebody has no role: the server tells nobody which. */
export function UnknownEvaluation({ id }: { id: string }) {
  const shared = useWords(sharedWords);
  return (
    <InsteadPage
      title={shared.notForYou.unknown}
      back={{ href: evaluationsPath, label: shared.evaluations.title }}
    >
      <p>{shared.notForYou.unknownHint}</p>
      <KeptDrafts evaluation={id} />
    </InsteadPage>
  );
}
