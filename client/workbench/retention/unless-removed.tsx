import type { ComponentChildren } from 'preact';
import { dayInChina } from '../../../survey-definitions/china-time.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { retentionWords } from './words.ts';

/** What respondents of a survey wrote, or that it was removed, and when. */
export function UnlessRemoved(props: { survey: string; children: ComponentChildren }) {
  const words = useWords(retentionWords);
  const { surveys } = useEvaluation();
  const removedAt = surveys.find(({ code }) => code === props.survey)?.answersRemovedAt ?? null;
  if (removedAt === null) return <>{props.children}</>;
  return <p class="quiet small">{words.textsRemoved(dayInChina(removedAt))}</p>;
}
