import type { ScoredIndicator } from '../api/scoring.ts';
import { useMayChange } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';
import { InputsEditor } from './inputs-editor.tsx';
import { NoteEditor } from './note-editor.tsx';
import { OverrideEditor } from './override-editor.tsx';
import { ScoreTrace } from './score-trace.tsx';
import { scoringWords } from './words.ts';

/** Behind a line of the table: where its score comes from, step by step back, and what a scorer may enter. */
export function IndicatorDetail({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords(scoringWords);
  const terms = useWords(tradeTerms);
  const mayScore = useMayChange('scoring.write');
  return (
    <div class="detail">
      <section class="stack" aria-label={words.came}>
        <h3>{words.came}</h3>
        <ScoreTrace indicator={indicator} />
      </section>
      {mayScore && (
        <>
          <section class="stack">
            <h3>{terms.actual}</h3>
            <InputsEditor indicator={indicator} />
          </section>
          <section class="stack">
            <h3>{terms.override}</h3>
            <OverrideEditor indicator={indicator} />
          </section>
          <section class="stack">
            <h3>{words.note}</h3>
            <NoteEditor indicator={indicator} />
          </section>
        </>
      )}
    </div>
  );
}
