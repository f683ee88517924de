import { useState } from 'preact/hooks';
import type { SurveyPoint, SurveySummary } from '../../api/surveys.ts';
import { useMay } from '../../current-evaluation.ts';
import { count } from '../../format.ts';
import { useWords } from '../../language.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { ReachNotice } from './reach-notice.tsx';
import { printSheets } from './sheets.tsx';
import type { ShownLink } from './shown-link.ts';
import { useSheets } from './use-sheets.ts';
import { linksWords } from './words.ts';

/** The link that respondents open, with its QR code, and what hands it out for whoever does; those of the points stand in their table. */
export function SurveyLink(props: { survey: SurveySummary; points: readonly SurveyPoint[] }) {
  const words = useWords(linksWords);
  const sheets = useSheets(props.survey);
  const handsOut = useMay('surveys.write');
  const [shown, setShown] = useState(false);
  const { survey, points } = props;
  const link = { url: survey.url };
  const open = points.filter(({ closed }) => !closed).map(linkOfPoint);
  return (
    <section class="survey-link-card" aria-labelledby="survey-links">
      <h3 id="survey-links">{points.length > 0 ? words.whole : words.title}</h3>
      <QrCode link={link.url} label={words.code} />
      <p class="small survey-link">
        <a href={`/s/${survey.code}`} target="_blank" rel="noreferrer">
          {link.url}
        </a>{' '}
        {handsOut && <CopyButton text={link.url} />}
      </p>
      {points.length > 0 && <p class="small quiet">{words.wholeBesidePoints}</p>}
      {handsOut && (
        <>
          <ReachNotice link={link.url} />
          <div class="actions screen-only">
            <button type="button" class="button" onClick={() => setShown(true)}>
              {words.showLarge}
            </button>
            <button type="button" class="link-button" onClick={() => printSheets(sheets([link]))}>
              {words.print}
            </button>
            {open.length > 0 && (
              <button type="button" class="link-button" onClick={() => printSheets(sheets(open))}>
                {words.printAll(count(open.length))}
              </button>
            )}
          </div>
        </>
      )}
      {shown && <CodeDialog survey={survey} link={link} close={() => setShown(false)} />}
    </section>
  );
}

/** A point's own link: to be copied, or shown as large as the screen. */
export function PointLink({ survey, point }: { survey: SurveySummary; point: SurveyPoint }) {
  const words = useWords(linksWords);
  const [shown, setShown] = useState(false);
  const link = linkOfPoint(point);
  return (
    <span class="point-link small screen-only">
      <CopyButton text={link.url} />
      <button
        type="button"
        class="link-button"
        aria-label={words.showLargeOf(point.name)}
        onClick={() => setShown(true)}
      >
        {words.code}
      </button>
      {shown && <CodeDialog survey={survey} link={link} close={() => setShown(false)} />}
    </span>
  );
}

const linkOfPoint = ({ id, name, url }: SurveyPoint): ShownLink => ({ url, id, point: name });
