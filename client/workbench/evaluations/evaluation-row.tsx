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
import { evaluationsWords } from './words.ts';

/** One evaluation on a line; each number leads to where it comes from. */
export function EvaluationRow({ evaluation }: { evaluation: Evaluation }) {
  const words = useWords(evaluationsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { id, score, surveys } = evaluation;
  const unsaved = useUnsaved(evaluationDrafts(id)) > 0;
  const feeding = scoreRelevantNumbers(evaluation).filter(({ composite }) => composite);
  const received = surveys.reduce((sum, survey) => sum + survey.received, 0);
  return (
    <Row
      class="evaluation"
      cells={[
        <div class="evaluation-name">
          <a href={evaluationPath(id)}>{evaluation.department}</a>
          <span class="small quiet">
            {evaluation.place}
            {evaluation.example && <span class="example-mark">{words.example}</span>}
          </span>
          {unsaved && <span class="tag">{shared.drafts.unsaved}</span>}
        </div>,
        evaluation.year,
        feeding.length === 0 ? (
          <CalculatedNumber value={null} whenNone={shared.none.survey} />
        ) : (
          feeding.map((number) => (
            <Figure key={number.surveys[0]?.code} number={number} of={evaluation} />
          ))
        ),
        <a href={stopPath(id, 'returns')}>{count(received)}</a>,
        <>
          <a class="evaluation-score" href={scoringPath(id)}>
            <CalculatedNumber value={score.total} whenNone={shared.none.score} />
          </a>{' '}
          {score.grade && <Grade grade={score.grade} system={evaluation.indicatorSystem} />}
          {!score.complete && <span class="small quiet">{terms.incomplete}</span>}
        </>,
      ]}
    />
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
