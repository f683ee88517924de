import type { Progress, SurveySummary } from '../api/surveys.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { progressWords } from './words.ts';

const HOURS_OF_DAY = 24;
/** With less time than this it is told in hours. */
const FEW_HOURS = 48;

/** What is missing, how long there is for it, and the pace that would reach the plan beside that of the last days. */
export function PaceLine(props: {
  survey: Pick<SurveySummary, 'provenance'>;
  progress: Pick<Progress, 'pace' | 'plan' | 'state'>;
}) {
  const { survey, progress } = props;
  const words = useWords(progressWords).pace;
  const { pace, plan, state } = progress;
  if (survey.provenance === 'reconstructed' || state === 'draft' || state === 'not-yet')
    return null;
  const { missing, hoursLeft, perDayNeeded, perDayLately } = pace;
  if (state === 'closed') {
    return (
      <p class="pace-line">
        {missing === 0 ? words.reached : words.short(count(missing), count(plan.total))}
      </p>
    );
  }
  const lately = perDayLately === null ? [] : [words.lately(count(perDayLately))];
  const needed = missing > 0 && perDayNeeded !== null ? [words.needed(count(perDayNeeded))] : [];
  const parts = [
    [missing === 0 ? words.reached : words.missing(count(missing))],
    [timeLeft(hoursLeft, words)],
    [...needed, ...lately],
  ].filter((part) => part.length > 0);
  return (
    <p class="pace-line">
      {parts.map((part, index) => (
        <span key={index}>
          {part.map((said, at) => (
            <span key={at} class="nowrap">
              {said}
              {at < part.length - 1 && words.comma}
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}

function timeLeft(
  hours: number | null,
  words: {
    noEnd: string;
    lastHour: string;
    hours(n: string): string;
    days(n: string): string;
  },
): string {
  if (hours === null) return words.noEnd;
  if (hours === 0) return words.lastHour;
  if (hours < FEW_HOURS) return words.hours(count(hours));
  return words.days(count(Math.floor(hours / HOURS_OF_DAY)));
}
