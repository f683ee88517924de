import type { Results } from '../api/results.ts';
import { useWords } from '../language.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { sharedWords } from '../parts/words.ts';
import { resultsWords } from './words.ts';

type Known = Extract<Results['uncertainty'], { standardError: unknown }>;

/** How far the composite may be from that of the people it speaks for, or why nobody can say; a line below the number. */
export function Uncertainty({ of }: { of: Results['uncertainty'] }) {
  const words = useWords(resultsWords);
  const shared = useWords(sharedWords).uncertainty;
  if ('none' in of) return <p class="small quiet uncertainty">{shared.none[of.none]}</p>;
  return (
    <div class="small uncertainty">
      <p>
        {shared.interval} <Unbroken>{`${of.low.display}–${of.high.display}`}</Unbroken>
      </p>
      {of.descriptive && <p class="quiet">{shared.descriptive}</p>}
      <Unsettled of={of} />
      <details>
        <summary>{words.howUncertain}</summary>
        <dl>
          <div class="row spread">
            <dt>{shared.standardError}</dt>
            <dd>{of.standardError.display}</dd>
          </div>
          <div class="row spread">
            <dt>{shared.degreesOfFreedom}</dt>
            <dd>{of.degreesOfFreedom}</dd>
          </div>
          <div class="row spread">
            <dt>{words.bootstrap}</dt>
            {of.bootstrap ? (
              <dd>
                <Unbroken>{`${of.bootstrap.low.display}–${of.bootstrap.high.display}`}</Unbroken>
              </dd>
            ) : (
              <dd class="quiet why">{words.noBootstrap}</dd>
            )}
          </div>
        </dl>
        <p class="quiet">{words.uncertaintyMeans}</p>
      </details>
    </div>
  );
}

/** The targets that lie within the interval: a larger sample might fall on either side of them. */
function Unsettled({ of }: { of: Known }) {
  const words = useWords(resultsWords);
  const open = of.targets.filter(({ settles }) => !settles);
  if (open.length === 0) return null;
  return (
    <ul class="unsettled">
      {open.map(({ indicator, target }) => (
        <li key={indicator}>{words.unsettled(indicator, target.display)}</li>
      ))}
    </ul>
  );
}
