import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { FrozenListed } from '../api/figures.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { base } from '../format.ts';
import { useGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { sharedWords } from '../parts/words.ts';
import { frozenPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { ShortHash } from './short-hash.tsx';
import { isStale } from './standing.ts';
import { figuresWords } from './words.ts';

/** More lines than these are shown when asked for. */
const MOST_SHOWN = 10;

/** All that was ever frozen, the newest first: freezing again takes nothing away. */
export function History({ all }: { all: readonly FrozenListed[] }) {
  const words = useWords(figuresWords).history;
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? all : all.slice(0, MOST_SHOWN);
  return (
    <section class="stack" aria-labelledby="figures-history">
      <h3 id="figures-history">{words.title}</h3>
      <DataTable
        class="figures-history"
        columns={[
          { label: shared.inBeijingTime(words.at) },
          { label: words.by },
          { label: terms.composite, class: 'numbers' },
          { label: words.hash },
          { label: words.state, deciding: true },
        ]}
        rows={shown.map((frozen) => (
          <Row
            key={frozen.id}
            cells={[
              <a class="nowrap" href={frozenPath(id, frozen.id)}>
                {minuteInChina(frozen.frozenAt)}
              </a>,
              frozen.frozenBy,
              <Composites frozen={frozen} />,
              <ShortHash>{frozen.hash}</ShortHash>,
              <State frozen={frozen} />,
            ]}
          />
        ))}
        empty={<p class="small quiet reading">{words.none}</p>}
      />
      {shown.length < all.length && (
        <button type="button" class="button screen-only" onClick={() => setWhole(true)}>
          {shared.more}
        </button>
      )}
    </section>
  );
}

function Composites({ frozen }: { frozen: FrozenListed }) {
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  return (
    <ul>
      {frozen.groups.map(({ group, composite, base: n }) => (
        <li key={group}>
          {groupLabel(group)}{' '}
          <span class="nowrap">
            <CalculatedNumber value={composite} whenNone={shared.none.composite} />{' '}
            {n !== null && <span class="quiet">{base(n)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Scoring = Pick<FrozenListed, 'scores' | 'changes'> & { groups: { group: string }[] };

/** Whether indicators score by it, those of which groups where not of all, and whether it still says what today's numbers say. */
export function State({ frozen }: { frozen: Scoring }) {
  const words = useWords(figuresWords);
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  const { scores, groups } = frozen;
  if (scores.length === 0) return <span class="tag">{words.history.former}</span>;
  const of = scores.length < groups.length ? scores.map(groupLabel).join(shared.asks.comma) : '';
  return (
    <span class={isStale(frozen) ? 'tag warm' : 'tag done'}>
      {isStale(frozen) ? words.states.stale : words.history.scores}
      {of && <span class="quiet">{of}</span>}
    </span>
  );
}
