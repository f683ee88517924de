import { useEffect, useRef } from 'preact/hooks';
import type { ResultItem, ResultOption, Rounding } from '../api/results.ts';
import { count, wholePercent } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import type { InOneLanguage } from '../translation.ts';
import { type Counted, CountLink } from './count-link.tsx';
import { printedSum } from './printed-sum.ts';
import { Swatch } from './scale-chart.tsx';
import { resultsWords } from './words.ts';

interface ItemTableProps extends Counted {
  item: ResultItem;
  rounding: Rounding;
  /** Asked for by a link: brought into view. */
  isTarget: boolean;
}

/** One item: each option's count, share, weight and what it adds; every count opens the responses behind it. */
export function ItemTable(props: ItemTableProps) {
  const words = useWords(resultsWords);
  const terms = useWords(tradeTerms);
  const { item, isTarget } = props;
  const shared = useWords(sharedWords);
  const addsUp = item.type !== 'multiple' && item.base > 0;
  const note = shareNote(item, words);
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
              <CalculatedNumber value={item.satisfaction} whenNone={shared.none.answers} />
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
        <>
          <tr>
            <th scope="row">{item.base === 0 ? shared.none.answers : terms.base}</th>
            <td class="n">{count(item.base)}</td>
            <td class="n">{addsUp && 100}</td>
            <td />
            {scored && (
              <td class="n">
                <CalculatedNumber value={item.satisfaction} whenNone={shared.none.answers} />
              </td>
            )}
          </tr>
          {note && (
            <tr class="share-note">
              <td colSpan={scored ? 5 : 4}>{note}</td>
            </tr>
          )}
        </>
      }
    />
  );
}

/** The share as it stands in the table: two decimals where it scores, none where it describes; null where nobody answered. */
function printedShare(item: ResultItem, option: ResultOption): string | null {
  if (item.type === 'satisfaction') return option.percent?.display ?? null;
  return wholePercent(option.count, item.base);
}

/** What the shares come to where that is not the 100 of the foot: rounding moved the sum, or respondents may mark several. */
function shareNote(
  item: ResultItem,
  words: InOneLanguage<typeof resultsWords>,
): string | undefined {
  if (item.base === 0) return undefined;
  if (item.type === 'multiple') return words.severalMarks;
  const sum = printedSum(item.options.map((option) => printedShare(item, option) ?? '0'));
  return sum === '100' ? undefined : words.addUpTo(sum);
}

function OptionRow(props: ItemTableProps & { option: ResultOption; index: number }) {
  const shared = useWords(sharedWords);
  const { survey, item, option, index, channel } = props;
  const scored = item.type === 'satisfaction';
  return (
    <tr>
      <th scope="row">
        {scored && <Swatch index={index} steps={item.options.length} />}
        {option.label}
      </th>
      <td class="n">
        <CountLink survey={survey} channel={channel} item={item} option={option} />
      </td>
      {scored ? (
        <>
          <td class="n">
            <CalculatedNumber value={option.percent} whenNone={shared.none.answers} />
          </td>
          <td class="n">{option.weight}</td>
          <td class="n">
            <CalculatedNumber value={option.weighted ?? null} whenNone={shared.none.answers} />
          </td>
        </>
      ) : (
        <>
          <td class="n">
            {printedShare(item, option) ?? (
              <CalculatedNumber value={null} whenNone={shared.none.answers} />
            )}
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
