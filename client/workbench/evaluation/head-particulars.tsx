import { useEvaluation, useMay } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { detailsPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { evaluationWords } from './words.ts';

const SHOWN = ['commissioner', 'evaluator', 'reportNumber'] as const;

/** Who asks and under which number, below an evaluation's name; nothing where nothing is known. */
export function HeadParticulars() {
  const terms = useWords(tradeTerms).particulars;
  const { particulars } = useEvaluation();
  const given = SHOWN.filter((name) => particulars[name]);
  if (given.length === 0) return null;
  return (
    <p class="small quiet">
      {given.map((name) => `${terms.names[name]}\u00a0${particulars[name]}`).join(' · ')}
    </p>
  );
}

/** That it is there to be read, and where to take it out. */
export function ArchivedNotice() {
  const words = useWords(evaluationWords);
  const { id, archivedAt } = useEvaluation();
  const mayTakeOut = useMay('evaluations.write');
  if (archivedAt === null) return null;
  return (
    <div class="page archived-notice">
      <p class="notice">
        {mayTakeOut ? words.archived : words.archivedForReaders}{' '}
        {mayTakeOut && <a href={detailsPath(id)}>{words.toArchive}</a>}
      </p>
    </div>
  );
}
