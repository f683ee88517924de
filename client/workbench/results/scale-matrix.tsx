import type { Calculated } from '../api/evaluations.ts';
import type { ResultItem } from '../api/results.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { tradeTerms } from '../terms.ts';

/** The chart's numbers as the reports print them: shares per option in percent, satisfaction, base. */
export function ScaleMatrix({ items, composite }: { items: ResultItem[]; composite?: Calculated }) {
  const terms = useWords(tradeTerms);
  const options = items[0]?.options ?? [];
  return (
    <DataTable
      class="scale-matrix"
      columns={[
        { label: terms.item },
        ...options.map(({ label }) => ({ label: <>{label} %</>, kind: 'number' }) as const),
        { label: terms.satisfaction, kind: 'number' },
        { label: 'n', kind: 'number' },
      ]}
      rows={items.map((item) => (
        <tr key={item.id}>
          <th scope="row">{item.topic}</th>
          {item.options.map((option) => (
            <td key={option.id} class="n">
              <CalculatedNumber value={option.percent} />
            </td>
          ))}
          <td class="n">
            <CalculatedNumber value={item.satisfaction} />
          </td>
          <td class="n">{count(item.base)}</td>
        </tr>
      ))}
      foot={
        composite !== undefined && (
          <tr>
            <th scope="row">{terms.composite}</th>
            <td colSpan={options.length} />
            <td class="n">
              <CalculatedNumber value={composite} />
            </td>
            <td />
          </tr>
        )
      }
    />
  );
}
