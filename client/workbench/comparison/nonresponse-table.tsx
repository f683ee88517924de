import type { ComparedItem } from '../api/comparison.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { comparisonWords } from './words.ts';

/** Each item with how many were asked, gave no answer, and answered without a grade. */
export function NonresponseTable({ items }: { items: readonly ComparedItem[] }) {
  const words = useWords(comparisonWords);
  return (
    <section class="stack">
      <h3>{words.items}</h3>
      <p class="small quiet lead">{words.itemsHint}</p>
      <DataTable
        class="nonresponse-table"
        columns={[
          { label: words.item },
          { label: words.asked, kind: 'number' },
          { label: words.nonResponse, kind: 'number' },
          { label: words.unscored, kind: 'number' },
        ]}
        rows={items.map((item) => (
          <Row
            key={item.id}
            cells={[
              <>
                {item.topic}
                {item.askedUnknown && (
                  <span class="small quiet why">{words.askedUnknown[item.askedUnknown]}</span>
                )}
              </>,
              item.asked === null ? (
                <Unknown because={words.askedUnknown[item.askedUnknown ?? 'several-marks']} />
              ) : (
                count(item.asked)
              ),
              shareCell(
                item.nonResponse,
                item.askedUnknown ? words.askedUnknown[item.askedUnknown] : words.nobodyAsked,
                words.nobodyAsked,
              ),
              shareCell(item.unscored, words.noUnscored, words.noAnswers),
            ]}
          />
        ))}
      />
    </section>
  );
}

const Unknown = ({ because }: { because: string }) => (
  <CalculatedNumber value={null} whenNone={because} />
);

function shareCell(share: ComparedItem['nonResponse'], whenNone: string, whenEmpty: string) {
  if (share === null) return <Unknown because={whenNone} />;
  return (
    <>
      {count(share.n)}{' '}
      <span class="share">
        <CalculatedNumber value={share.percent} unit="%" whenNone={whenEmpty} />
      </span>
    </>
  );
}
