import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { Freezing } from '../api/figures.ts';
import { base } from '../format.ts';
import { useGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { sharedWords } from '../parts/words.ts';
import { figuresWords } from './words.ts';

/** The groups that can be frozen, each with its number as it would be, who still collects, and what it replaces. */
export function GroupsToFreeze(props: {
  possible: Freezing;
  chosen: readonly string[];
  choose(groups: string[]): void;
}) {
  const words = useWords(figuresWords).freeze;
  const shared = useWords(sharedWords);
  const groupLabel = useGroupLabel();
  const { possible, chosen, choose } = props;
  const all = possible.groups.map(({ group }) => group);
  return (
    <fieldset class="fields groups-to-freeze">
      <legend>{words.which}</legend>
      {possible.groups.map(({ group, open, replaces }) => {
        const composite = possible.figures.find(
          (figure) => figure.group === group && figure.quantity === 'composite',
        );
        return (
          <div key={group}>
            <label class="choice">
              <input
                type="checkbox"
                name="group"
                value={group}
                checked={chosen.includes(group)}
                onChange={({ currentTarget }) =>
                  choose(
                    all.filter((one) =>
                      one === group ? currentTarget.checked : chosen.includes(one),
                    ),
                  )
                }
              />
              <span>
                {groupLabel(group)}{' '}
                <b>
                  <CalculatedNumber
                    value={composite?.value ?? null}
                    whenNone={shared.none.composite}
                  />
                </b>{' '}
                {typeof composite?.base === 'number' && (
                  <span class="quiet nowrap">{base(composite.base)}</span>
                )}
              </span>
            </label>
            <p class="small quiet freeze-about">
              <Unbroken>
                {replaces ? words.replaces(minuteInChina(replaces.frozenAt)) : words.first}
              </Unbroken>
            </p>
            {open.length > 0 && (
              <p class="small warm freeze-about">{words.open(open.join(shared.asks.comma))}</p>
            )}
          </div>
        );
      })}
      {chosen.length === 0 && (
        <p class="small warm" role="alert">
          {words.chooseOne}
        </p>
      )}
    </fieldset>
  );
}
