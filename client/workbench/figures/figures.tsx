import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { type FrozenFigures, type FrozenListed, frozenList } from '../api/figures.ts';
import { useEvaluation, useMay, useMayChange } from '../current-evaluation.ts';
import { pollWhileOpen } from '../data/polling.ts';
import { useQuery } from '../data/use-query.ts';
import { EarlierFigures } from '../earlier-figures/earlier-figures.tsx';
import { useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { stopPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { Comparison } from './comparison.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { FrozenGroups } from './frozen-groups.tsx';
import { History } from './history.tsx';
import { standingOf } from './standing.ts';
import { figuresWords } from './words.ts';

/** What was frozen of the results (定稿): what counts now, what was frozen before, and any two beside each other. */
export function Figures() {
  const evaluation = useEvaluation();
  const loaded = useQuery({ ...frozenList(evaluation.id), ...pollWhileOpen(evaluation) });
  return (
    <div class="stack figures">
      <BackToResults />
      <QueryResult query={loaded}>{({ items }) => <FiguresScreen all={items} />}</QueryResult>
    </div>
  );
}

function BackToResults() {
  const words = useWords(figuresWords);
  const { id } = useEvaluation();
  return (
    <p class="small screen-only">
      <a href={stopPath(id, 'results')}>{words.toResults}</a>
    </p>
  );
}

function FiguresScreen({ all }: { all: readonly FrozenListed[] }) {
  const words = useWords(figuresWords);
  const terms = useWords(tradeTerms);
  const evaluation = useEvaluation();
  const { asks } = evaluation;
  const mayFreeze = useMayChange('figures.write');
  const holdsIt = useMay('figures.write');
  /** Which groups are about to be frozen: one, or all that can be. */
  const [asked, setAsked] = useState<{ only: string | undefined }>();
  const [made, setMade] = useState<FrozenFigures>();
  const place = useRestoredFocus(String(asked !== undefined));
  const isFed = asks.some(({ base }) => base !== null);
  if (!isFed && all.length === 0) {
    return (
      <>
        <NothingYet />
        <EarlierFigures evaluation={evaluation} />
      </>
    );
  }
  const groups = asks.map(({ group }) => group).filter((group) => isFrozenOrFed(group, all, asks));
  return (
    <>
      <div class="row spread" ref={place}>
        <h2>{terms.frozen}</h2>
        {mayFreeze && isFed && (
          <button
            type="button"
            class="button primary screen-only"
            onClick={() => setAsked({ only: undefined })}
          >
            {words.freeze.begin}
          </button>
        )}
      </div>
      <p class="small quiet reading">{words.about}</p>
      {!holdsIt && <p class="small quiet">{words.readOnly}</p>}
      <p class="small said" role="status">
        {made && words.freeze.done(minuteInChina(made.frozenAt))}
      </p>
      <FrozenGroups
        all={all}
        groups={groups}
        freezeAgain={mayFreeze ? (only) => setAsked({ only }) : undefined}
      />
      <EarlierFigures evaluation={evaluation} />
      <History all={all} />
      {all.length > 1 && <Comparison all={all} />}
      {asked && mayFreeze && (
        <FreezeDialog only={asked.only} frozen={setMade} close={() => setAsked(undefined)} />
      )}
    </>
  );
}

const isFrozenOrFed = (
  group: string,
  all: readonly FrozenListed[],
  asks: ReturnType<typeof useEvaluation>['asks'],
) =>
  standingOf(all, group).frozen !== undefined ||
  asks.some((ask) => ask.group === group && ask.base !== null);

function NothingYet() {
  const words = useWords(figuresWords);
  const { id } = useEvaluation();
  const seesReturns = useMay('progress.read');
  return (
    <div class="empty">
      <h2>{words.none}</h2>
      <p>{words.noneHint}</p>
      {seesReturns && (
        <a class="button" href={stopPath(id, 'returns')}>
          {words.toReturns}
        </a>
      )}
    </div>
  );
}
