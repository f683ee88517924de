import type { Scoring } from '../api/scoring.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { scoringPath } from '../paths.ts';
import { scoringWords } from './words.ts';

/** What the scorers should know before they rely on the total: first what is wrong or waits for a decision. */
export function Warnings(props: { scoring: Scoring; showMissing(): void }) {
  return (
    <>
      <Faults scoring={props.scoring} />
      <Pending {...props} />
    </>
  );
}

function Faults({ scoring }: { scoring: Scoring }) {
  const words = useWords(scoringWords);
  const { id } = useEvaluation();
  const faults = scoring.warnings.filter((warning) => !warning.pending);
  if (faults.length === 0) return null;
  return (
    <details class="notice attention warnings" open={!scoring.complete}>
      <summary>{words.warnings(faults.length)}</summary>
      <ul>
        {faults.map(({ code, indicator, message }) => (
          <li key={`${code} ${indicator} ${message}`}>
            {indicator && (
              <a class="indicator-code" href={scoringPath(id, indicator)}>
                {words.indicator(indicator)}
              </a>
            )}{' '}
            {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is only not done yet, in numbers: each indicator says on its own line what it lacks. */
function Pending({ scoring, showMissing }: { scoring: Scoring; showMissing(): void }) {
  const words = useWords(scoringWords);
  const pending = scoring.indicators.filter((indicator) => indicator.pending);
  if (pending.length === 0) return null;
  const fed = pending.filter((indicator) => indicator.source !== null).length;
  const surveys = scoring.warnings.filter(({ pending, indicator }) => pending && !indicator);
  return (
    <div class="notice warnings pending">
      <p>
        {words.pending(pending.length - fed, fed)}{' '}
        <button type="button" class="link-button" onClick={showMissing}>
          {words.showMissing}
        </button>
      </p>
      {surveys.length > 0 && (
        <ul>
          {surveys.map(({ code, message }) => (
            <li key={`${code} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
