import type { PointProgress, Progress, Survey } from '../api/surveys.ts';
import { hourOfDay, shortDay } from '../arrivals/bar-labels.ts';
import { useMay } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { PointLink } from './links/survey-links.tsx';
import { surveyWords } from './words.ts';

/** A collection point by name and id, with its link; where nothing has come from it, or nothing any more, it says so. */
export function PointName(props: { survey: Survey; progress: Progress; row: PointProgress }) {
  const words = useWords(surveyWords);
  const handsOut = useMay('surveys.write');
  const { survey, progress, row } = props;
  if (row.point === null) return <span class="quiet">{words.noPoint}</span>;
  const point = survey.points.find(({ id }) => id === row.point);
  const link = handsOut && point && !point.closed;
  return (
    <>
      <span class="point-name">{row.name}</span>
      <span class="row small">
        <span class="quiet nowrap">
          {row.point}
          {point?.closed && ` · ${words.pointClosed}`}
        </span>
        {!point?.closed && <Silence progress={progress} row={row} />}
        {link && <PointLink survey={survey} point={point} />}
      </span>
    </>
  );
}

/** Warm where it is pointed out that the point has gone quiet; grey where it only has not begun. */
function Silence({ progress, row }: { progress: Progress; row: PointProgress }) {
  const words = useWords(surveyWords).points;
  if (progress.state !== 'open') return null;
  const quiet = progress.notices.find(
    ({ code, point, aside }) => code === 'point-quiet' && point === row.point && aside === null,
  );
  const since = quiet?.values['since'];
  if (quiet)
    return (
      <span class="tag warm">
        {typeof since === 'string'
          ? words.quietSince(`${shortDay(since)} ${hourOfDay(since)}`)
          : words.nothingYet}
      </span>
    );
  return row.received === 0 && progress.received > 0 ? (
    <span class="tag">{words.nothingYet}</span>
  ) : null;
}
