import { dayInChina } from '../../../survey-definitions/china-time.ts';
import type { Evaluation } from '../api/evaluations.ts';
import { evaluationDrafts } from '../data/drafts.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { base, count } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { Row } from '../parts/data-table.tsx';
import { Grade } from '../parts/grade.tsx';
import { sharedWords } from '../parts/words.ts';
import { evaluationPath, resultsPath, scoringPath, stopPath } from '../paths.ts';
import { type NumberOnItsWay, scoreRelevantNumbers } from '../stops.ts';
import { tradeTerms } from '../terms.ts';
import type { InOneLanguage } from '../translation.ts';
import { WhereItStands } from './where-it-stands.tsx';
import { evaluationsWords } from './words.ts';

/** What is there to be seen of any evaluation of a list. */
export interface SeenInList {
  results: boolean;
  scores: boolean;
}
export const seenOf = (evaluations: readonly Evaluation[]): SeenInList => ({
  results: evaluations.some(({ permissions }) => permissions.includes('results.read')),
  scores: evaluations.some(({ permissions }) => permissions.includes('scoring.read')),
});

/** One evaluation on a line; each number leads to where it comes from. */
export function EvaluationRow(props: { evaluation: Evaluation; columns: SeenInList }) {
  const { evaluation, columns } = props;
  const words = useWords(evaluationsWords);
  const shared = useWords(sharedWords);
  const { id, surveys } = evaluation;
  const seen = seenOf([evaluation]);
  const unsaved = useUnsaved(evaluationDrafts(id)) > 0;
  const received = surveys.reduce((sum, survey) => sum + survey.received, 0);
  return (
    <Row
      class="evaluation"
      cells={[
        <div class="evaluation-name">
          <a href={evaluationPath(id)}>{evaluation.department}</a>
          <span class="small quiet">
            {evaluation.place} · {evaluation.indicatorSystem.title}
            {evaluation.example && <span class="example-mark">{words.example}</span>}
          </span>
          <span class="small quiet">{tellingApart(evaluation, words)}</span>
          {evaluation.archivedAt !== null && <span class="tag">{words.isArchived}</span>}
          {unsaved && <span class="tag">{shared.drafts.unsaved}</span>}
        </div>,
        evaluation.year,
        <WhereItStands evaluation={evaluation} />,
        ...(columns.results ? [seen.results && <Figures of={evaluation} />] : []),
        <a href={stopPath(id, 'returns')}>{count(received)}</a>,
        ...(columns.scores ? [seen.scores && <Total of={evaluation} />] : []),
      ]}
    />
  );
}

/** When it was begun and its report's number; where another has its name, the codes of its surveys too. */
function tellingApart(
  { createdAt, particulars, surveys, namesakes = 0 }: Evaluation,
  words: InOneLanguage<typeof evaluationsWords>,
): string {
  const codes = namesakes > 0 ? surveys.map(({ code }) => code) : [];
  return [
    words.begun(dayInChina(createdAt)),
    ...(particulars.reportNumber ? [particulars.reportNumber] : []),
    ...codes,
  ].join(' · ');
}

/** The numbers of its groups, as far as there are any. */
function Figures({ of }: { of: Evaluation }) {
  const shared = useWords(sharedWords);
  const feeding = scoreRelevantNumbers(of).filter(({ composite }) => composite);
  if (feeding.length === 0) return <CalculatedNumber value={null} whenNone={shared.none.survey} />;
  return (
    <>
      {feeding.map((number) => (
        <Figure key={number.surveys[0]?.code} number={number} of={of} />
      ))}
    </>
  );
}

function Total({ of: { id, score, indicatorSystem } }: { of: Evaluation }) {
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  return (
    <>
      <a class="evaluation-score" href={scoringPath(id)}>
        <CalculatedNumber value={score.total} whenNone={shared.none.score} />
      </a>{' '}
      {score.grade && <Grade grade={score.grade} system={indicatorSystem} />}
      {!score.complete && <span class="small quiet nowrap">{terms.incomplete}</span>}
    </>
  );
}

/** A group's number, with the way to its survey's results; of several surveys to the score, where each of them is named. */
function Figure({ number, of }: { number: NumberOnItsWay; of: Evaluation }) {
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const [first, ...others] = number.surveys;
  if (!first) return null;
  const path =
    others.length > 0 ? scoringPath(of.id, first.feeds[0]) : resultsPath(of.id, first.code);
  return (
    <span class="evaluation-figure">
      <span class="small quiet">{groupLabel(terms, first)}</span>{' '}
      <a href={path}>
        <CalculatedNumber value={number.composite} whenNone={shared.none.composite} />
      </a>{' '}
      <span class="small quiet">{base(number.base)}</span>
    </span>
  );
}
