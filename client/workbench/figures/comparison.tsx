import { minuteInChina } from '../../../survey-definitions/china-time.ts';
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
import { useAddressChoice } from '../use-address-choice.ts';
import { Changes } from './changes.tsx';
import { type ComparedNumber, compared } from './compared.ts';
import { FigureName } from './figure-name.tsx';
import { figuresWords } from './words.ts';

/** Any two that were frozen beside each other: which numbers differ by how much, and what happened between them. */
export function Comparison({ all }: { all: readonly FrozenListed[] }) {
  const words = useWords(figuresWords).compare;
  const { chosen, choose } = useAddressChoice();
  const find = (id: string | undefined) => all.find((one) => one.id === id);
  const other = find(chosen['second']) ?? all[0];
  const one = find(chosen['first']) ?? latestBefore(all, other);
  if (!one || !other) return null;
  const [first, second] = one.frozenAt <= other.frozenAt ? [one, other] : [other, one];
  return (
    <section class="stack comparison" aria-labelledby="figures-compared">
      <h3 id="figures-compared">{words.title}</h3>
      <div class="row screen-only">
        <Choice
          label={words.one}
          all={all}
          chosen={one.id}
          onChange={(first) => choose({ first })}
        />
        <Choice
          label={words.other}
          all={all}
          chosen={other.id}
          onChange={(second) => choose({ second })}
        />
      </div>
      {first.id === second.id ? (
        <p class="small warm" role="status">
          {words.chooseTwo}
        </p>
      ) : (
        <Beside key={`${first.id} ${second.id}`} first={first} second={second} />
      )}
    </section>
  );
}

/** The newest before it that is of the same groups, at least of one. */
function latestBefore(all: readonly FrozenListed[], later: FrozenListed | undefined) {
  const others = all.filter((one) => one !== later);
  return others.find((one) => one.groups.some((each) => has(later, each.group))) ?? others[0];
}

const has = (figures: Pick<FrozenListed, 'groups'> | FrozenFigures | undefined, group: string) =>
  figures?.groups.some((each) => each.group === group) ?? false;

function Choice(props: {
  label: string;
  all: readonly FrozenListed[];
  chosen: string;
  onChange(id: string): void;
}) {
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  const composites = ({ groups }: FrozenListed) =>
    groups
      .map(({ group, composite }) => `${groupLabel(group)} ${composite?.display ?? '—'}`)
      .join(shared.asks.comma);
  return (
    <label class="figures-choice small">
      <span class="quiet">{props.label}</span>{' '}
      <select
        class="input"
        value={props.chosen}
        onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
      >
        {props.all.map((frozen) => (
          <option key={frozen.id} value={frozen.id}>
            {minuteInChina(frozen.frozenAt)} · {composites(frozen)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Beside({ first, second }: { first: FrozenListed; second: FrozenListed }) {
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
  const common = groups.filter((group) => has(before, group) && has(after, group));
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
