import { useEffect, useRef } from 'preact/hooks';
import type { Channel } from '../api/responses.ts';
import type { ResultItem, ResultOption, Rounding } from '../api/results.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { count, wholePercent } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { responsesPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { Swatch } from './scale-chart.tsx';
import { resultsWords } from './words.ts';

interface ItemTableProps {
  survey: string;
  item: ResultItem;
  channel: Channel | undefined;
  rounding: Rounding;
  /** Asked for by a link: brought into view. */
  isTarget: boolean;
}

/** One item: each option's count, share, weight and what it adds; every count opens the responses behind it. */
export function ItemTable(props: ItemTableProps) {
  const words = useWords(resultsWords);
  const terms = useWords(tradeTerms);
  const { item, isTarget } = props;
  const place = useRef<HTMLTableElement>(null);
  const scored = item.type === 'satisfaction';
  useEffect(() => {
    if (isTarget) place.current?.scrollIntoView({ block: 'center' });
  }, [isTarget]);
  return (
    <DataTable
      tableRef={place}
      class={isTarget ? 'item-table target' : 'item-table'}
      size="small"
      caption={
        <span class="row spread">
          <b>{item.topic}</b>
          {scored && (
            <b>
              <CalculatedNumber value={item.satisfaction} />
            </b>
          )}
        </span>
      }
      columns={[
        { label: terms.option },
        { label: words.count, kind: 'number' },
        { label: `${words.share} %`, kind: 'number' },
        ...(scored
          ? ([
              { label: words.weight, kind: 'number' },
              { label: words.weighted, kind: 'number' },
            ] as const)
          : ([{ kind: 'bar', class: 'share-bar' }] as const)),
      ]}
      rows={item.options.map((option, index) => (
        <OptionRow key={option.id} {...props} option={option} index={index} />
      ))}
      foot={
        <tr>
          <th scope="row">{item.base === 0 ? words.nobody : terms.base}</th>
          <td class="n">{count(item.base)}</td>
          <td />
          <td />
          {scored && (
            <td class="n">
              <CalculatedNumber value={item.satisfaction} />
            </td>
          )}
        </tr>
      }
    />
  );
}

function OptionRow(props: ItemTableProps & { option: ResultOption; index: number }) {
  const { id } = useEvaluation();
  const { survey, item, option, index, channel } = props;
  const scored = item.type === 'satisfaction';
  const filter = {
    item: item.id,
    option: option.id,
    disposition: 'valid' as const,
    ...(channel ? { channel } : {}),
  };
  return (
    <tr>
      <th scope="row">
        {scored && <Swatch index={index} steps={item.options.length} />}
        {option.label}
      </th>
      <td class="n">
        {option.count === 0 ? (
          0
        ) : (
          <a href={responsesPath(id, survey, filter)}>{count(option.count)}</a>
        )}
      </td>
      {scored ? (
        <>
          <td class="n">
            <CalculatedNumber value={option.percent} />
          </td>
          <td class="n">{option.weight}</td>
          <td class="n">
            <CalculatedNumber value={option.weighted ?? null} />
          </td>
        </>
      ) : (
        <>
          <td class="n">
            {wholePercent(option.count, item.base) ?? <CalculatedNumber value={null} />}
          </td>
          <td class="share-bar">
            <i
              style={{ inlineSize: `${item.base === 0 ? 0 : (100 * option.count) / item.base}%` }}
            />
          </td>
        </>
      )}
    </tr>
  );
}
