import { dayInChina } from '../../../survey-definitions/china-time.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useWords } from '../language.tsx';
import { retentionWords } from './words.ts';

/** That the single answers of a survey were removed, and when: here the trail of its numbers ends. */
export function RemovedNotice({ survey }: { survey: Pick<SurveySummary, 'answersRemovedAt'> }) {
  const words = useWords(retentionWords);
  if (survey.answersRemovedAt === null) return null;
  return (
    <p class="notice removed-notice">
      <strong>{words.removedTitle(dayInChina(survey.answersRemovedAt))}</strong> {words.removed}
    </p>
  );
}
