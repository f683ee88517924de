import type { FrozenSurvey } from '../api/figures.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { type Column, DataTable, Row } from '../parts/data-table.tsx';
import { tradeTerms } from '../terms.ts';
import { figuresWords } from './words.ts';

type Returns = FrozenSurvey['returns'];
/** What there was none of anywhere gets no column, where it is the rule that there is none. */
const IS_SELDOM = {
  planned: false,
  handedOut: false,
  received: false,
  valid: false,
  invalid: false,
  ineligible: true,
  onHold: true,
};
type Kind = keyof typeof IS_SELDOM;
const KINDS = Object.keys(IS_SELDOM) as Kind[];

/** What was planned, handed out and came back, and what became of it, by channel and by collection point. */
export function FigureReturns({ survey }: { survey: FrozenSurvey }) {
  const words = useWords(figuresWords).one;
  const terms = useWords(tradeTerms);
  const { columns, cells } = useReturnsThen([survey.returns, ...survey.byPoint]);
  const foot = <Row cells={[terms.sum, ...cells(survey.returns)]} />;
  return (
    <>
      <p class="small quiet">{words.byChannel}</p>
      <DataTable
        class="figure-returns"
        columns={[{ label: terms.channel }, ...columns]}
        rows={survey.byChannel.map((each) => (
          <Row key={each.channel} cells={[terms.channels[each.channel], ...cells(each)]} />
        ))}
        foot={foot}
      />
      {survey.byPoint.length > 0 && (
        <details>
          <summary>{words.byPoint}</summary>
          <DataTable
            class="figure-returns"
            columns={[{ label: terms.point }, ...columns]}
            rows={survey.byPoint.map((each) => (
              <Row
                key={each.point ?? ''}
                cells={[each.name ?? each.point ?? words.noPoint, ...cells(each)]}
              />
            ))}
            foot={foot}
          />
        </details>
      )}
    </>
  );
}

function useReturnsThen(places: readonly Returns[]): {
  columns: Column[];
  cells(returns: Returns): (string | null)[];
} {
  const terms = useWords(tradeTerms);
  const labels = {
    planned: terms.plan,
    handedOut: terms.handedOut,
    received: terms.received,
    valid: terms.valid,
    invalid: terms.invalid,
    ineligible: terms.ineligible,
    onHold: terms['on-hold'],
  };
  const kinds = KINDS.filter(
    (kind) => !IS_SELDOM[kind] || places.some((place) => place[kind] !== 0),
  );
  return {
    columns: kinds.map((kind) => ({ label: labels[kind], kind: 'number' })),
    cells: (returns) =>
      kinds.map((kind) => {
        const n = returns[kind];
        return n === null ? '—' : count(n);
      }),
  };
}
