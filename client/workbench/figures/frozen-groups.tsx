import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { type FrozenListed, frozenFigures } from '../api/figures.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { base } from '../format.ts';
import { useGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { LinkWhere } from '../parts/link-where.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { sharedWords } from '../parts/words.ts';
import { frozenPath, scoringPath } from '../paths.ts';
import { Changes } from './changes.tsx';
import { useMethodInWords } from './method.ts';
import { type GroupStanding, standingOf } from './standing.ts';
import { figuresWords } from './words.ts';

/** For each group what its indicators score by: what was frozen, and what has changed since; or today's number. */
export function FrozenGroups(props: {
  all: readonly FrozenListed[];
  groups: readonly string[];
  /** Undefined for those who may not. */
  freezeAgain: ((group: string) => void) | undefined;
}) {
  const groupLabel = useGroupLabel();
  return (
    <ul class="frozen-groups">
      {props.groups.map((group) => {
        const standing = standingOf(props.all, group);
        return (
          <li key={group} class="frozen-group stack">
            <h3>{groupLabel(group)}</h3>
            {standing.frozen ? (
              <Frozen group={group} standing={standing} freezeAgain={props.freezeAgain} />
            ) : (
              <Live group={group} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

const useAsk = (group: string) => useEvaluation().asks.find((ask) => ask.group === group);

/** Today's number, which the indicators follow until it is frozen. */
function Live({ group }: { group: string }) {
  const words = useWords(figuresWords);
  return (
    <>
      <LiveNumber group={group} />
      <p class="small row">
        <span class="tag">{words.live}</span>
        <Indicators group={group} />
      </p>
    </>
  );
}

function LiveNumber({ group }: { group: string }) {
  const shared = useWords(sharedWords);
  const ask = useAsk(group);
  return (
    <p class="frozen-value">
      <b>
        <CalculatedNumber value={ask?.composite ?? null} whenNone={shared.none.composite} />
      </b>{' '}
      {typeof ask?.base === 'number' && <span class="small quiet">{base(ask.base)}</span>}
    </p>
  );
}

function Frozen(props: {
  group: string;
  standing: GroupStanding;
  freezeAgain: ((group: string) => void) | undefined;
}) {
  const words = useWords(figuresWords);
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  const { id } = useEvaluation();
  const { group, freezeAgain } = props;
  const { frozen, number, moved } = props.standing;
  if (!frozen) return null;
  return (
    <>
      <p class="frozen-value">
        <b>
          <CalculatedNumber value={number?.composite ?? null} whenNone={shared.none.composite} />
        </b>{' '}
        {typeof number?.base === 'number' && <span class="small quiet">{base(number.base)}</span>}
      </p>
      <p class="small">
        <Method figures={frozen.id} group={group} />{' '}
        <Unbroken>{words.frozenBy(minuteInChina(frozen.frozenAt), frozen.frozenBy)}</Unbroken>
      </p>
      <p class="small row">
        <a href={frozenPath(id, frozen.id)}>{words.allNumbers(groupLabel(group))}</a>
        <Indicators group={group} />
      </p>
      {moved.changes.length > 0 && (
        <div class="notice attention stack">
          <p>
            <span class="tag warm">{words.states.stale}</span>
          </p>
          <Changes moved={moved} />
          {freezeAgain && (
            <button type="button" class="button screen-only" onClick={() => freezeAgain(group)}>
              {words.freeze.again}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** How the number was made, as it stands in what was frozen. */
function Method({ figures, group }: { figures: string; group: string }) {
  const inWords = useMethodInWords();
  const { id } = useEvaluation();
  const { data } = useQuery(frozenFigures(id, figures));
  const frozen = data?.groups.find((one) => one.group === group);
  return frozen ? <>{inWords(frozen)} ·</> : null;
}

function Indicators({ group }: { group: string }) {
  const words = useWords(figuresWords);
  const shared = useWords(sharedWords);
  const seesScoring = useMay('scoring.read');
  const { id } = useEvaluation();
  const [first, ...others] = useAsk(group)?.indicators ?? [];
  if (first === undefined) return null;
  return (
    <LinkWhere may={seesScoring} href={scoringPath(id, first)}>
      {words.indicators([first, ...others].join(shared.asks.comma))}
    </LinkWhere>
  );
}
