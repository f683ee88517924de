import {
  type FrozenFigures,
  type FrozenListed,
  frozenDifferences,
  frozenFigures,
} from '../api/figures.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { base } from '../format.ts';
import { useGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { sharedWords } from '../parts/words.ts';
import { Changes } from './changes.tsx';
import { type ComparedNumber, compared, hasGroup } from './compared.ts';
import { FigureName } from './figure-name.tsx';
import { figuresWords } from './words.ts';

/** Two that were frozen, number by number, the earlier first. */
export function Beside({ first, second }: { first: FrozenListed; second: FrozenListed }) {
  const { id } = useEvaluation();
  const before = useQuery(frozenFigures(id, first.id));
  const after = useQuery(frozenFigures(id, second.id));
  return (
    <QueryResult query={before}>
      {(before) => (
        <QueryResult query={after}>
          {(after) => <Numbers before={before} after={after} />}
        </QueryResult>
      )}
    </QueryResult>
  );
}

function Numbers({ before, after }: { before: FrozenFigures; after: FrozenFigures }) {
  const words = useWords(figuresWords).compare;
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  const numbers = compared(before, after);
  const groups = [...new Set(numbers.map(({ figure }) => figure.group))];
  const common = groups.filter((group) => hasGroup(before, group) && hasGroup(after, group));
  const alone = groups.filter((group) => !common.includes(group));
  return (
    <>
      {common.length > 0 && (
        <>
          <Between before={before} after={after} />
          <DataTable
            class="figures-beside"
            columns={[
              { label: words.number },
              { label: words.before, kind: 'number' },
              { label: words.after, kind: 'number' },
              { label: words.change, kind: 'number', deciding: true },
            ]}
            bodies={common.map((group) => (
              <tbody key={group}>
                <Row class="group-head" names="rowgroup" cells={[groupLabel(group), '', '', '']} />
                {numbers
                  .filter(({ figure }) => figure.group === group)
                  .map((number) => (
                    <NumberRow key={JSON.stringify(keyOf(number))} number={number} />
                  ))}
              </tbody>
            ))}
          />
        </>
      )}
      {alone.length > 0 && (
        <p class="small quiet">{words.onlyInOne(alone.map(groupLabel).join(shared.asks.comma))}</p>
      )}
    </>
  );
}

const keyOf = ({ figure: { quantity, item, option } }: ComparedNumber) => [quantity, item, option];

function NumberRow({ number }: { number: ComparedNumber }) {
  const { figure, before, after, change } = number;
  const moved = change !== '0.00';
  return (
    <Row
      class={[figure.quantity === 'composite' && 'whole', moved && 'moved']
        .filter(Boolean)
        .join(' ')}
      cells={[
        <FigureName figure={figure} />,
        <Side figure={before} />,
        <Side figure={after} />,
        moved && change !== null ? change : <span class="quiet">{change ?? '—'}</span>,
      ]}
    />
  );
}

function Side({ figure }: { figure: ComparedNumber['before'] }) {
  const words = useWords(figuresWords);
  if (!figure) return <span class="quiet">{words.compare.absent}</span>;
  return (
    <>
      <CalculatedNumber value={figure.value} whenNone={words.one.noNumber} />{' '}
      {figure.base !== null && <span class="small quiet">{base(figure.base)}</span>}
    </>
  );
}

/** What led from the one to the other, in the server's words. */
function Between({ before, after }: { before: FrozenFigures; after: FrozenFigures }) {
  const words = useWords(figuresWords).compare;
  const { id } = useEvaluation();
  const differences = useQuery(frozenDifferences(id, before.id, after.id));
  return (
    <QueryResult query={differences}>
      {(moved) =>
        moved.changes.length === 0 ? (
          <p class="small quiet">{words.same}</p>
        ) : (
          <div class="notice">
            <p>
              <strong>{words.why}</strong>
            </p>
            {/* How each number moved stands in the table. */}
            <Changes
              moved={{ ...moved, changes: moved.changes.filter(({ kind }) => kind !== 'value') }}
            />
          </div>
        )
      }
    </QueryResult>
  );
}
