import { useState } from 'preact/hooks';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { DetailsForm } from './details-form.tsx';
import { FixedDetails } from './fixed-details.tsx';
import { openedSurveys } from './read-details.ts';

/** Department, place and year of an evaluation: to be changed until a survey opens, then to be read. */
export function Details() {
  const words = useWords();
  const evaluation = useEvaluation();
  // Judged once: a survey that opens meanwhile must not take away what is being typed. The server refuses then.
  const [fixed] = useState(() => openedSurveys(evaluation).length > 0);
  return (
    <div class="stack">
      <h2>{words.details.title}</h2>
      {fixed ? <FixedDetails /> : <DetailsForm />}
    </div>
  );
}
