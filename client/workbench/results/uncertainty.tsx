import type { Results } from '../api/results.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { base, count } from '../format.ts';
import { useWords } from '../language.tsx';
import { LinkWhere } from '../parts/link-where.tsx';
import { sharedWords } from '../parts/words.ts';
import { scoringPath } from '../paths.ts';
import { resultsWords } from './words.ts';

type Known = Exclude<Results['uncertainty'], { none: string }>;

/** How far another sample might have put the composite, and which targets that leaves open; or why nothing is said of it. */
export function Uncertainty({ results: { uncertainty } }: { results: Results }) {
  const words = useWords(resultsWords).uncertainty;
  const why = useWords(sharedWords).noUncertainty;
  if ('none' in uncertainty)
    return (
      <p class="small quiet">
        {words.none}
        {why[uncertainty.none]}
      </p>
    );
  return (
    <div class="uncertainty small">
      <Numbers uncertainty={uncertainty} />
      <OpenTargets uncertainty={uncertainty} />
      {uncertainty.descriptive && <p class="quiet">{words.descriptive}</p>}
    </div>
  );
}

function Numbers({ uncertainty }: { uncertainty: Known }) {
  const words = useWords(resultsWords).uncertainty;
  const { low, high, standardError, degreesOfFreedom, bootstrap, noBootstrap } = uncertainty;
  return (
    <dl>
      <div class="row spread">
        <dt>{words.interval}</dt>
        <dd>
          <b>{words.fromTo(low.display, high.display)}</b>
        </dd>
      </div>
      <div class="row spread quiet">
        <dt>{words.standardError}</dt>
        <dd>{standardError.display}</dd>
      </div>
      <div class="row spread quiet">
        <dt>{words.sample}</dt>
        <dd>{words.degreesOfFreedom(base(degreesOfFreedom + 1), count(degreesOfFreedom))}</dd>
      </div>
      <div class="row spread quiet">
        <dt title={words.bootstrapHint}>{words.bootstrap}</dt>
        <dd>
          {bootstrap
            ? words.fromTo(bootstrap.low.display, bootstrap.high.display)
            : words.noBootstrap[noBootstrap ?? 'too-many-values']}
        </dd>
      </div>
    </dl>
  );
}

function OpenTargets({ uncertainty: { targets } }: { uncertainty: Known }) {
  const words = useWords(resultsWords).uncertainty;
  const { id } = useEvaluation();
  const seesScoring = useMay('scoring.read');
  return (
    <>
      {targets
        .filter(({ settles }) => !settles)
        .map(({ indicator, target }) => (
          <p key={indicator} class="open-target">
            <LinkWhere may={seesScoring} class="indicator-code" href={scoringPath(id, indicator)}>
              {indicator}
            </LinkWhere>{' '}
            {words.notSettled(target.display)}
          </p>
        ))}
    </>
  );
}
