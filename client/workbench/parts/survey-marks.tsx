import type { SurveySummary } from '../api/surveys.ts';
import { useWords } from '../language.tsx';

/** Whether answers are being taken, in a word and a mark. */
export function SurveyStateTag({ survey }: { survey: SurveySummary }) {
  const words = useWords();
  const look = { draft: 'tag', open: 'tag on', closed: 'tag done' }[survey.state];
  return <span class={look}>{words.surveyStates[survey.state]}</span>;
}

/** Where the responses come from, and what that means for reading them; nothing to say of collected ones. */
export function ProvenanceNotice({ survey }: { survey: SurveySummary }) {
  const words = useWords();
  if (survey.provenance === 'collected') return null;
  return (
    <p class="notice">
      <strong>{words.provenances[survey.provenance]}</strong>{' '}
      {words.provenanceMeans[survey.provenance]}
    </p>
  );
}
