import type { GradeBand } from '../../../survey-definitions/indicator-system.ts';
import { textIn } from '../../../survey-definitions/wording.ts';
import { type DefinitionVersion, indicatorSystem } from '../api/definitions.ts';
import { useQuery } from '../data/use-query.ts';
import { useLanguage } from '../language.tsx';

/**
 * A grade's word beside a disc filled as far as the grade stands up the bands: full for the best, empty
 * for the worst, so that it can be told without its colour and without reading.
 */
export function Grade({ grade, system }: { grade: string; system: DefinitionVersion }) {
  const { language } = useLanguage();
  const bands = useQuery(indicatorSystem(system));
  const filled = bands.data && gradePosition(bands.data.gradeBands, grade, language);
  return (
    <span class="grade">
      {filled !== undefined && <Disc filled={filled} />}
      {grade}
    </span>
  );
}

/** 1 for the best band, 0 for the worst; undefined for a word that is none of the bands'. */
export function gradePosition(
  bands: readonly GradeBand[],
  grade: string,
  language: 'zh-CN' | 'en',
): number | undefined {
  const bestFirst = [...bands].sort((a, b) => lowerBound(b) - lowerBound(a));
  const place = bestFirst.findIndex((band) => textIn(band.grade, language) === grade);
  const last = Math.max(1, bestFirst.length - 1);
  return place < 0 ? undefined : (last - place) / last;
}

const lowerBound = ({ min }: GradeBand) =>
  min === undefined ? Number.NEGATIVE_INFINITY : Number(min);

function Disc({ filled }: { filled: number }) {
  const angle = 2 * Math.PI * filled;
  const x = 8 + 6.5 * Math.sin(angle);
  const y = 8 - 6.5 * Math.cos(angle);
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      {filled >= 1 && <circle cx="8" cy="8" r="6.5" fill="currentColor" />}
      {filled > 0 && filled < 1 && (
        <path
          d={`M8 8V1.5A6.5 6.5 0 ${filled > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`}
          fill="currentColor"
        />
      )}
    </svg>
  );
}
