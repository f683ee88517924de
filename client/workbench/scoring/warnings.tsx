import type { Scoring } from '../api/scoring.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { scoringPath } from '../paths.ts';
import { scoringWords } from './words.ts';

/** What the scorers should know before they rely on the total. */
export function Warnings({ scoring }: { scoring: Scoring }) {
  const words = useWords(scoringWords);
  const { id } = useEvaluation();
  // What single indicators lack stands on their own lines.
  const warnings = scoring.warnings.filter((warning) => warning.code !== 'missing');
  if (warnings.length === 0) return null;
  return (
    <details class="notice attention warnings" open={!scoring.complete}>
      <summary>{words.warnings(warnings.length)}</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.indicator} ${warning.message}`}>
            {warning.indicator && (
              <a class="indicator-code" href={scoringPath(id, warning.indicator)}>
                {warning.indicator}
              </a>
            )}
            {warning.message}
          </li>
        ))}
      </ul>
    </details>
  );
}
