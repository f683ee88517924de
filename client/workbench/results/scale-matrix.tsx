import type { Calculated } from '../api/evaluations.ts';
import type { ResultItem } from '../api/results.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { Amount } from '../parts/amount.tsx';

/** The chart's numbers as the reports print them: shares per option in percent, satisfaction, base. */
export function ScaleMatrix({ items, composite }: { items: ResultItem[]; composite?: Calculated }) {
  const words = useWords();
  const options = items[0]?.options ?? [];
  return (
    <div class="table-frame">
      <table class="table scale-matrix">
        <thead>
          <tr>
            <th scope="col">{words.terms.item}</th>
            {options.map((option) => (
              <th key={option.id} scope="col" class="n">
                {option.label} %
              </th>
            ))}
            <th scope="col" class="n">
              {words.terms.satisfaction}
            </th>
            <th scope="col" class="n">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{item.topic}</th>
              {item.options.map((option) => (
                <td key={option.id} class="n">
                  <Amount of={option.percent} />
                </td>
              ))}
              <td class="n">
                <Amount of={item.satisfaction} />
              </td>
              <td class="n">{count(item.base)}</td>
            </tr>
          ))}
        </tbody>
        {composite !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{words.terms.composite}</th>
              <td colSpan={options.length} />
              <td class="n">
                <Amount of={composite} />
              </td>
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
