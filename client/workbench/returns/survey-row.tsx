import type { ResponseFilter } from '../api/responses.ts';
import type { Progress, SurveySummary } from '../api/surveys.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { FeedsLine } from '../feeds-line.tsx';
import { count, outOf } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { OpenedRow, Row } from '../parts/data-table.tsx';
import { Period, SurveyStateTag } from '../parts/survey-marks.tsx';
import { surveyPath } from '../paths.ts';
import { PaceLine } from '../progress/pace-line.tsx';
import { ResponsesLink } from '../retention/responses-link.tsx';
import { tradeTerms } from '../terms.ts';
import { Places } from './places-table.tsx';
import { returnsWords } from './words.ts';

/** One survey in a line that leads to its own page: how it stands, and what came back of what was planned. */
export function SurveyRow(props: {
  survey: SurveySummary;
  /** Undefined until it is known. */
  progress: Progress | undefined;
  withIneligible: boolean;
}) {
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const seesScoring = useMay('scoring.read');
  const { survey, progress } = props;
  const link = (n: number, filter: ResponseFilter) =>
    n === 0 ? (
      '0'
    ) : (
      <ResponsesLink survey={survey.code} filter={filter}>
        {count(n)}
      </ResponsesLink>
    );
  return (
    <>
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
            {progress && <PaceLine survey={survey} progress={progress} />}
          </span>,
          <a href={surveyPath(id, survey.code)}>{outOf(survey.valid, survey.plan.total)}</a>,
          <HandedOut n={progress?.handedOut ?? null} />,
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
      {progress && survey.received > 0 && (
        <OpenedRow class="survey-places">
          <Places progress={progress} />
        </OpenedRow>
      )}
    </>
  );
}

const HandedOut = ({ n }: { n: number | null }) =>
  n === null ? <span class="quiet">—</span> : <span>{count(n)}</span>;

/** Several surveys of one respondent group together. */
export function GroupSum(props: {
  surveys: readonly SurveySummary[];
  progress: ReadonlyMap<string, Progress>;
  withIneligible: boolean;
}) {
  const words = useWords(returnsWords);
  const terms = useWords(tradeTerms);
  const seesScoring = useMay('scoring.read');
  const { surveys, progress } = props;
  const [first] = surveys;
  const sum = (of: (survey: SurveySummary) => number) =>
    surveys.reduce((total, survey) => total + of(survey), 0);
  const handedOut = surveys.map(({ code }) => progress.get(code)?.handedOut ?? null);
  return (
    <Row
      class="group-sum"
      cells={[
        words.groupSum(first ? groupLabel(terms, first) : ''),
        '',
        outOf(
          sum(({ valid }) => valid),
          sum(({ plan }) => plan.total),
        ),
        <HandedOut
          n={handedOut.reduce((all, n) => (all === null || n === null ? null : all + n), 0)}
        />,
        count(sum(({ received }) => received)),
        count(sum(({ invalid }) => invalid)),
        ...(props.withIneligible ? [count(sum(({ ineligible }) => ineligible))] : []),
        count(sum(({ flagged }) => flagged)),
        ...(seesScoring ? [''] : []),
      ]}
    />
  );
}
