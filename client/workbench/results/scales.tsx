import { useMemo } from 'preact/hooks';
import type { ResultItem, Results } from '../api/results.ts';
import { useWords } from '../language.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import type { Counted } from './count-link.tsx';
import { ScaleChart } from './scale-chart.tsx';
import { ScaleMatrix } from './scale-matrix.tsx';
import { resultsWords } from './words.ts';

/** The satisfaction items as a chart, and the same numbers as a table one click away; one of each per scale. */
export function Scales(props: {
  results: Results;
  counted: Counted;
  as: 'chart' | 'table';
  onChange(as: 'chart' | 'table'): void;
}) {
  const words = useWords(resultsWords);
  const { results, counted, as, onChange } = props;
  const scales = useMemo(() => byScale(results.items), [results]);
  return (
    <div class="scales">
      <div class="row spread">
        <h3>{words.satisfactionItems}</h3>
        <SegmentedControl<'chart' | 'table'>
          label={words.showAs}
          choices={[
            { value: 'chart', label: words.chart },
            { value: 'table', label: words.table },
          ]}
          value={as}
          onChange={onChange}
        />
      </div>
      {scales.map((items) =>
        as === 'chart' ? (
          <ScaleChart key={items[0]?.id} items={items} />
        ) : (
          <ScaleMatrix
            key={items[0]?.id}
            items={items}
            counted={counted}
            {...(areAllOfComposite(items, results) && {
              composite: { value: results.composite, base: results.compositeBase },
            })}
          />
        ),
      )}
    </div>
  );
}

/** Whether the composite is made of just these items: only then it may stand below them. */
const areAllOfComposite = (items: readonly ResultItem[], { compositeItems }: Results) =>
  items.length === compositeItems.length && items.every(({ id }) => compositeItems.includes(id));

/** Satisfaction items in order, those on one scale together. */
export function byScale(items: readonly ResultItem[]): ResultItem[][] {
  const scales = new Map<string, ResultItem[]>();
  for (const item of items) {
    if (item.scale === null) continue;
    const { id } = item.scale;
    scales.set(id, [...(scales.get(id) ?? []), item]);
  }
  return [...scales.values()];
}
