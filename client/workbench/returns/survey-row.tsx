import type { ResponseFilter } from '../api/responses.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { FeedsLine } from '../feeds-line.tsx';
import { count, outOf } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { Row } from '../parts/data-table.tsx';
import { Period, SurveyStateTag } from '../parts/survey-marks.tsx';
import { surveyPath } from '../paths.ts';
import { ResponsesLink } from '../retention/responses-link.tsx';
import { tradeTerms } from '../terms.ts';

/** One survey in a line that leads to its own page: how it stands, and what came back of what was planned. */
export function SurveyRow(props: { survey: SurveySummary; withIneligible: boolean }) {
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const seesScoring = useMay('scoring.read');
  const { survey } = props;
  const link = (n: number, filter: ResponseFilter) =>
    n === 0 ? (
      '0'
    ) : (
      <ResponsesLink survey={survey.code} filter={filter}>
        {count(n)}
      </ResponsesLink>
    );
  return (
    <Row
      class="survey-returns"
      cells={[
        <>
          <a class="survey-row-name" href={surveyPath(id, survey.code)}>
            {groupLabel(terms, survey)}
          </a>{' '}
          <span class="small quiet">{survey.code}</span>
          <span class="small survey-row-about">{survey.title}</span>
        </>,
        <span class="small survey-row-state">
          <SurveyStateTag survey={survey} />{' '}
          {survey.phase === 'pilot' && <span class="tag">{terms.phases.pilot}</span>}{' '}
          {survey.provenance !== 'collected' && (
            <span class="tag">{terms.provenances[survey.provenance]}</span>
          )}
          <span class="survey-row-about">
            <Period survey={survey} />
          </span>
        </span>,
        <a href={surveyPath(id, survey.code)}>{outOf(survey.valid, survey.plan.total)}</a>,
        link(survey.received, {}),
        link(survey.invalid, { disposition: 'invalid' }),
        ...(props.withIneligible ? [link(survey.ineligible, { disposition: 'ineligible' })] : []),
        link(survey.flagged, { flagged: '1' }),
        ...(seesScoring
          ? [
              <span class="small">
                <FeedsLine survey={survey} />
              </span>,
            ]
          : []),
      ]}
    />
  );
}
