import type { Calculated } from '../api/evaluations.ts';
import type { ResultItem } from '../api/results.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { type Counted, CountLink } from './count-link.tsx';

/** The chart's numbers as the reports print them: shares per option in percent, who they count, satisfaction, base. */
export function ScaleMatrix(props: {
  items: ResultItem[];
  counted: Counted;
  /** The mean of all these items and what it is taken of, where it is of these items alone. */
  composite?: { value: Calculated; base: number };
}) {
  const { items, counted, composite } = props;
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const options = items[0]?.options ?? [];
  return (
    <DataTable
      class="scale-matrix"
      columns={[
        { label: terms.item },
        ...options.map(({ label }) => ({ label: `${label} %`, kind: 'number' }) as const),
        { label: terms.satisfaction, kind: 'number', deciding: true },
        { label: 'n', kind: 'number' },
      ]}
      rows={items.map((item) => (
        <Row
          key={item.id}
          cells={[
            item.topic,
            ...item.options.map((option) => (
              <>
                <CalculatedNumber value={option.percent} whenNone={shared.none.answers} />{' '}
                <span class="small matrix-count">
                  <CountLink {...counted} item={item} option={option} />
                </span>
              </>
            )),
            <CalculatedNumber value={item.satisfaction} whenNone={shared.none.answers} />,
            count(item.base),
          ]}
        />
      ))}
      foot={
        composite !== undefined && (
          <Row
            cells={[
              terms.composite,
              ...options.map(() => ''),
              <CalculatedNumber value={composite.value} whenNone={shared.none.composite} />,
              count(composite.base),
            ]}
          />
        )
      }
    />
  );
}
