import { useEffect, useRef } from 'preact/hooks';
import type { ResultItem, ResultOption, Rounding } from '../api/results.ts';
import { count, wholePercent } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { tradeTerms } from '../terms.ts';
import type { InOneLanguage } from '../translation.ts';
import { type Counted, CountLink } from './count-link.tsx';
import { fullMarks, gradesOf, unscoredOf, whyNone } from './grades.ts';
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
  const none = whyNone(item, words);
  const place = useRef<HTMLTableElement>(null);
  const full = fullMarks(item);
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
          {item.scale && (
            <b>
              <CalculatedNumber value={item.satisfaction} whenNone={none} />
            </b>
          )}
        </span>
      }
      columns={[
        { label: terms.option },
        { label: words.count, kind: 'number' },
        { label: `${words.share} %`, kind: 'number' },
        ...(item.scale
          ? ([
              { label: full ? words.weightOutOf(full) : words.weight, kind: 'number' },
              { label: words.weighted, kind: 'number' },
            ] as const)
          : ([{ kind: 'bar', class: 'share-bar' }] as const)),
      ]}
      rows={gradesOf(item).map((option, index) => (
        <OptionRow key={option.id} {...props} option={option} index={index} />
      ))}
      foot={<ItemFoot {...props} none={none} />}
    />
  );
}

/** What the shares are of, and apart from it what is not scored. */
function ItemFoot(props: ItemTableProps & { none: string }) {
  const words = useWords(resultsWords);
  const terms = useWords(tradeTerms);
  const { item, none } = props;
  const addsUp = item.type !== 'multiple' && item.base > 0;
  const notes = notesOf(item, words);
  const baseLabel = item.base < item.answered ? words.scoredBase : terms.base;
  return (
    <>
      <tr>
        <th scope="row">{item.base === 0 ? none : baseLabel}</th>
        <td class="n">{count(item.base)}</td>
        <td class="n">{addsUp && 100}</td>
        <td />
        {item.scale && (
          <td class="n">
            <CalculatedNumber value={item.satisfaction} whenNone={none} />
          </td>
        )}
      </tr>
      {unscoredOf(item).map((option) => (
        <UnscoredRow key={option.id} {...props} option={option} />
      ))}
      {item.base < item.answered && (
        <tr class="unscored">
          <th scope="row">{words.allAnswered}</th>
          <td class="n">{count(item.answered)}</td>
          <td colSpan={3} />
        </tr>
      )}
      {notes.map((note) => (
        <tr key={note} class="share-note">
          <td colSpan={item.scale ? 5 : 4}>{note}</td>
        </tr>
      ))}
    </>
  );
}

function UnscoredRow(props: ItemTableProps & { option: ResultOption }) {
  const words = useWords(resultsWords);
  const { survey, item, option, split } = props;
  return (
    <tr class="unscored">
      <th scope="row">{option.label}</th>
      <td class="n">
        <CountLink survey={survey} split={split} item={item} option={option} />
      </td>
      <td class="n">
        <CalculatedNumber value={option.percent} whenNone={whyNone(item, words)} />
      </td>
      <td colSpan={2} />
    </tr>
  );
}

/** The share as it stands in the table: two decimals where it scores, none where it describes; null where nobody answered. */
function printedShare(item: ResultItem, option: ResultOption): string | null {
  if (item.scale) return option.percent?.display ?? null;
  return wholePercent(option.count, item.base);
}

/**
 * What else there is to say of the shares: that rounding moved their sum from the 100 of the foot, that respondents may
 * mark several, what those of unscored options are of.
 */
function notesOf(item: ResultItem, words: InOneLanguage<typeof resultsWords>): string[] {
  if (item.answered === 0) return [];
  if (item.type === 'multiple') return [words.severalMarks];
  const sum = printedSum(gradesOf(item).map((option) => printedShare(item, option) ?? '0'));
  return [
    ...(item.base === 0 || sum === '100' ? [] : [words.addUpTo(sum)]),
    ...(item.base < item.answered ? [words.unscoredShare] : []),
  ];
}

function OptionRow(props: ItemTableProps & { option: ResultOption; index: number }) {
  const words = useWords(resultsWords);
  const { survey, item, option, index, split } = props;
  const none = whyNone(item, words);
  return (
    <tr>
      <th scope="row">
        {item.scale && <Swatch index={index} steps={gradesOf(item).length} />}
        {option.label}
      </th>
      <td class="n">
        <CountLink survey={survey} split={split} item={item} option={option} />
      </td>
      {item.scale ? (
        <>
          <td class="n">
            <CalculatedNumber value={option.percent} whenNone={none} />
          </td>
          <td class="n">{option.weightWritten}</td>
          <td class="n">
            <CalculatedNumber value={option.weighted ?? null} whenNone={none} />
          </td>
        </>
      ) : (
        <>
          <td class="n">
            {printedShare(item, option) ?? <CalculatedNumber value={null} whenNone={none} />}
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
