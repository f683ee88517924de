import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { AuditList } from './audit-list.tsx';
import { auditWords } from './words.ts';

/** What was done in one evaluation, for its evaluators. */
export function EvaluationAudit() {
  const words = useWords(auditWords);
  const { id } = useEvaluation();
  return (
    <div class="stack audit">
      <h2>{words.title}</h2>
      <AuditList evaluation={id} />
    </div>
  );
}
