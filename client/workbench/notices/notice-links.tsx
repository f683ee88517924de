import { useLocation } from 'preact-iso/router';
import type { Notice } from '../api/notices.ts';
import { useEvaluation, useMay, useMayChange } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { responsesPath, surveyPath, withQuery } from '../paths.ts';
import { noticesWords } from './words.ts';

/** Where what a notice asks for is done; only what whoever looks may see and do. */
export function NoticeLinks({ survey, notice }: { survey: string; notice: Notice }) {
  const words = useWords(noticesWords).to;
  const { id } = useEvaluation();
  const reads = useMay('responses.read');
  const corrects = useMayChange('surveys.write');
  const page = surveyPath(id, survey);
  const isThere = useLocation().path === page;
  const onPage = (place: string, label: string) =>
    isThere ? <a href={`#${place}`}>{label}</a> : <a href={page}>{words.survey}</a>;
  switch (notice.code) {
    case 'burst':
      return reads ? (
        <a href={responsesPath(id, survey, { channel: 'online' })}>{words.responses}</a>
      ) : null;
    case 'same-device':
      return reads ? (
        <a href={withQuery(responsesPath(id, survey, {}), { flag: 'same-device' })}>
          {words.flagged}
        </a>
      ) : null;
    case 'point-quiet':
      return onPage('survey-points', words.points);
    case 'link-unreachable':
      return null;
    case 'few-valid':
      return isThere ? null : <a href={page}>{words.survey}</a>;
    default:
      // What is over is opened again at the top of its page.
      if (notice.code === 'below-plan' && !('hoursLeft' in notice.values) && isThere) return null;
      return corrects ? onPage('settings', words.settings) : null;
  }
}
