import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';
import { Unbroken } from './unbroken.tsx';
import { sharedWords } from './words.ts';

/** Whether answers are being taken, in a word and a mark. */
export function SurveyStateTag({ survey }: { survey: SurveySummary }) {
  const shared = useWords(sharedWords);
  const look = {
    draft: 'tag',
    'not-yet': 'tag',
    open: 'tag on',
    closed: 'tag done',
  }[survey.state];
  return <span class={look}>{shared.surveyStates[survey.state]}</span>;
}

/** Where the responses come from, and what that means for reading them; nothing to say of collected ones. */
export function ProvenanceNotice({ survey }: { survey: Pick<SurveySummary, 'provenance'> }) {
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  if (survey.provenance === 'collected') return null;
  return (
    <p class="notice">
      <strong>{terms.provenances[survey.provenance]}</strong>{' '}
      {shared.provenanceMeans[survey.provenance]}
    </p>
  );
}

/** From when to when it takes responses; nothing where nobody said. */
export function Period({ survey }: { survey: SurveySummary }) {
  const shared = useWords(sharedWords);
  if (!survey.opensAt && !survey.closesAt) return null;
  const at = (moment: string | null) => moment && minuteInChina(moment);
  return (
    <span class="quiet">
      <Unbroken>{shared.period(at(survey.opensAt), at(survey.closesAt))}</Unbroken>
    </span>
  );
}
