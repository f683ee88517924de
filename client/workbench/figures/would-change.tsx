import type { Calculated } from '../api/evaluations.ts';
import type { Freezing } from '../api/figures.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { Grade } from '../parts/grade.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { figuresWords } from './words.ts';

/** The score of each indicator, the total and the grade as they are, and as they would be. */
export function WouldChange({ tried }: { tried: Freezing }) {
  const words = useWords(figuresWords).freeze;
  const terms = useWords(tradeTerms);
  const { before, after, indicators } = tried;
  const moves = indicators.some((each) => isOther(each.before, each.after));
  return (
    <section class="would-change" aria-live="polite">
      <DataTable
        size="small"
        class="would-change-table"
        caption={
          <>
            <b>{words.whatChanges}</b> {!moves && <span class="quiet">{words.nothingMoves}</span>}
          </>
        }
        columns={[
          { label: terms.indicator },
          { label: words.now, kind: 'number' },
          { label: words.once, kind: 'number' },
        ]}
        rows={indicators.map((each) => (
          <Row
            key={each.code}
            {...(isOther(each.before, each.after) && { class: 'moved' })}
            cells={[
              <>
                <span class="code">{each.code}</span> {each.name}
              </>,
              <Points value={each.before} />,
              <Points value={each.after} />,
            ]}
          />
        ))}
        foot={
          <Row cells={[terms.total, <Total standing={before} />, <Total standing={after} />]} />
        }
      />
    </section>
  );
}

const isOther = (before: Calculated, after: Calculated) => before?.display !== after?.display;

function Points({ value }: { value: Calculated }) {
  const shared = useWords(sharedWords);
  return <CalculatedNumber value={value} whenNone={shared.none.score} />;
}

function Total({ standing: { total, grade, complete } }: { standing: Freezing['before'] }) {
  const terms = useWords(tradeTerms);
  const { indicatorSystem } = useEvaluation();
  return (
    <>
      <Points value={total} />{' '}
      <span class="total-grade">
        {complete && grade ? <Grade grade={grade} system={indicatorSystem} /> : terms.incomplete}
      </span>
    </>
  );
}
