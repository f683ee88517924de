import type { Comparison } from '../api/comparison.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { ResponsesLink } from '../retention/responses-link.tsx';
import { comparisonWords } from './words.ts';

/** What each flag means and how many responses carry it; a count opens them. */
export function FlagTable({ survey, flags }: { survey: string; flags: Comparison['flags'] }) {
  const words = useWords(comparisonWords);
  const carried = flags.filter(({ received }) => received > 0);
  return (
    <section class="stack">
      <h3>{words.flags}</h3>
      <p class="small quiet lead">{words.flagsHint}</p>
      <DataTable
        class="flag-table"
        empty={<p class="quiet">{words.noFlags}</p>}
        columns={[
          { label: words.flags },
          { label: words.meaning },
          { label: words.validWithFlag, kind: 'number' },
          { label: words.receivedWithFlag, kind: 'number' },
        ]}
        rows={carried.map(({ code, valid, received }) => (
          <Row
            key={code}
            cells={[
              words.flagNames[code],
              words.flagMeans[code],
              valid === 0 ? (
                '0'
              ) : (
                <ResponsesLink survey={survey} filter={{ flag: code, disposition: 'valid' }}>
                  {count(valid)}
                </ResponsesLink>
              ),
              <ResponsesLink key="received" survey={survey} filter={{ flag: code }}>
                {count(received)}
              </ResponsesLink>,
            ]}
          />
        ))}
      />
    </section>
  );
}
