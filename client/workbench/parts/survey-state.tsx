import type { SurveySummary } from '../api.ts';
import { useWords } from '../language.tsx';

/** Whether answers are being taken, in a word and a mark. */
export function SurveyState({ survey }: { survey: SurveySummary }) {
  const words = useWords();
  const look = { draft: 'tag', open: 'tag on', closed: 'tag done' }[survey.state];
  return <span class={look}>{words.surveyStates[survey.state]}</span>;
}
