import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { FrozenListed } from '../api/figures.ts';
import { useGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from '../parts/words.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { Beside } from './beside.tsx';
import { hasGroup } from './compared.ts';
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
    <section class="stack figures-compared" aria-labelledby="figures-compared">
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
  return others.find((one) => one.groups.some((each) => hasGroup(later, each.group))) ?? others[0];
}

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
