import type { Calculated } from '../api/evaluations.ts';
import type { ResultItem, ResultOption } from '../api/results.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { type Counted, CountLink } from './count-link.tsx';
import { gradesOf, unscoredOf, whyNone } from './grades.ts';
import { resultsWords } from './words.ts';

/** More options than these find no room beside the group's number. */
const MOST_BESIDE = 7;

/**
 * The chart's numbers as the reports print them: shares per grade in percent, who they count, satisfaction, base; apart from
 * them what is not scored, with all who answered.
 */
export function ScaleMatrix(props: {
  items: ResultItem[];
  counted: Counted;
  /** The group's number and its base, where it is made of these items alone. */
  composite?: { value: Calculated; base: number };
}) {
  const { items, counted, composite } = props;
  const words = useWords(resultsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const [first] = items;
  const grades = first ? gradesOf(first) : [];
  const unscored = first ? unscoredOf(first) : [];
  return (
    <DataTable
      class={grades.length + unscored.length > MOST_BESIDE ? 'scale-matrix many' : 'scale-matrix'}
      columns={[
        { label: terms.item },
        ...grades.map(({ label }) => ({ label: `${label} %`, kind: 'number' }) as const),
        { label: terms.satisfaction, kind: 'number', deciding: true, class: 'stays' },
        { label: 'n', kind: 'number' },
        ...unscored.map(
          ({ label }) => ({ label: `${label} %`, kind: 'number', class: 'unscored' }) as const,
        ),
        ...(unscored.length > 0
          ? ([{ label: words.allAnswered, kind: 'number', class: 'unscored' }] as const)
          : []),
      ]}
      rows={items.map((item) => (
        <Row
          key={item.id}
          cells={[
            item.topic,
            ...gradesOf(item).map((option) => (
              <Share key={option.id} counted={counted} item={item} option={option} />
            )),
            <CalculatedNumber value={item.satisfaction} whenNone={whyNone(item, words)} />,
            count(item.base),
            ...unscoredOf(item).map((option) => (
              <Share key={option.id} counted={counted} item={item} option={option} />
            )),
            ...(unscored.length > 0 ? [count(item.answered)] : []),
          ]}
        />
      ))}
      foot={
        composite !== undefined && (
          <Row
            cells={[
              terms.composite,
              ...grades.map(() => ''),
              <CalculatedNumber value={composite.value} whenNone={shared.none.composite} />,
              count(composite.base),
              ...(unscored.length > 0 ? ['', ...unscored.map(() => '')] : []),
            ]}
          />
        )
      }
    />
  );
}

/** A share in percent, and how many it stands for. */
function Share(props: { counted: Counted; item: ResultItem; option: ResultOption }) {
  const words = useWords(resultsWords);
  const { counted, item, option } = props;
  return (
    <>
      <CalculatedNumber value={option.percent} whenNone={whyNone(item, words)} />{' '}
      <span class="small matrix-count">
        <CountLink {...counted} item={item} option={option} />
      </span>
    </>
  );
}
