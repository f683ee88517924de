import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { deleteEarlierFigure, type EarlierFigure, earlierFigures } from '../api/earlier-figures.ts';
import type { Evaluation } from '../api/evaluations.ts';
import { useMayChange } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useGroupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { frozenPath } from '../paths.ts';
import { EarlierFigureForm } from './earlier-figure-form.tsx';
import { signed } from './signed.ts';
import { earlierFiguresWords } from './words.ts';

/** The figure of the year before of each group that is asked, beside this year's, with the change and where it is from. */
export function EarlierFigures({ evaluation }: { evaluation: Pick<Evaluation, 'id' | 'year'> }) {
  const words = useWords(earlierFiguresWords);
  const loaded = useQuery(earlierFigures(evaluation.id));
  return (
    <section class="earlier-figures stack" aria-labelledby="earlier-figures">
      <h3 id="earlier-figures">{words.title}</h3>
      <QueryResult query={loaded}>
        {({ items }) => (
          <ul>
            {items.map((figure) => (
              <OneGroup key={figure.group} evaluation={evaluation} figure={figure} />
            ))}
          </ul>
        )}
      </QueryResult>
    </section>
  );
}

function OneGroup(props: { evaluation: Pick<Evaluation, 'id' | 'year'>; figure: EarlierFigure }) {
  const { evaluation, figure } = props;
  const draft = evaluationDrafts(evaluation.id) + draftKey('earlier-figure', figure.group);
  const unsaved = useUnsaved(draft) > 0;
  const [editing, setEditing] = useState(unsaved);
  const mayWrite = useMayChange('figures.write');
  const groupLabel = useGroupLabel();
  const place = useRestoredFocus<HTMLLIElement>(String(editing));
  return (
    <li class="stack earlier-figure" ref={place}>
      <p>{groupLabel(figure.group)}</p>
      <Beside figure={figure} year={evaluation.year} />
      <WhereFrom figure={figure} />
      {mayWrite &&
        (editing ? (
          <EarlierFigureForm {...{ evaluation, figure, draft }} close={() => setEditing(false)} />
        ) : (
          <Actions evaluation={evaluation} figure={figure} edit={() => setEditing(true)} />
        ))}
    </li>
  );
}

/** Both numbers, and the way from one to the other. */
function Beside({ figure, year }: { figure: EarlierFigure; year: number }) {
  const words = useWords(earlierFiguresWords);
  const { value, current, change } = figure;
  return (
    <dl class="earlier-numbers">
      <div>
        <dt class="small quiet">{words.ofYear(figure.year)}</dt>
        <dd>
          <CalculatedNumber value={value} whenNone={words.noNumber} />
        </dd>
      </div>
      <div>
        <dt class="small quiet">{words.ofYear(year)}</dt>
        <dd>
          <CalculatedNumber value={current} whenNone={words.noNumber} />
        </dd>
      </div>
      {change && (
        <div>
          <dt class="small quiet">{words.since}</dt>
          <dd>{signed(change)}</dd>
        </div>
      )}
    </dl>
  );
}

function WhereFrom({ figure }: { figure: EarlierFigure }) {
  const words = useWords(earlierFiguresWords);
  if (!figure.source) return <p class="small quiet">{words.unknown}</p>;
  return (
    <>
      <p class="small quiet earlier-source">
        <Source source={figure.source} />
      </p>
      {figure.others.map(({ value, source }) => (
        <p class="small quiet" key={value.exact + JSON.stringify(source)}>
          {words.others} {value.display} <Source source={source} />
        </p>
      ))}
    </>
  );
}

function Source({ source }: { source: NonNullable<EarlierFigure['source']> }) {
  const words = useWords(earlierFiguresWords);
  if (source.kind === 'typed')
    return (
      <>
        {words.typed(source.text)}{' '}
        <span class="nowrap">{words.by(source.author, minuteInChina(source.at))}</span>
      </>
    );
  return (
    <a href={frozenPath(source.evaluation, source.figures)}>
      {words.frozen(minuteInChina(source.frozenAt))}
    </a>
  );
}

function Actions(props: {
  evaluation: Pick<Evaluation, 'id'>;
  figure: EarlierFigure;
  edit(): void;
}) {
  const words = useWords(earlierFiguresWords);
  const { evaluation, figure } = props;
  const { source, group, groupName } = figure;
  const takeBack = useMutation(async () => {
    await deleteEarlierFigure(evaluation.id, group);
    invalidate(earlierFigures(evaluation.id).queryKey);
  });
  const isTyped = source?.kind === 'typed';
  return (
    <>
      <div class="actions screen-only">
        <button
          type="button"
          class="link-button"
          aria-label={isTyped ? words.changeOf(groupName) : words.enterOf(groupName)}
          onClick={props.edit}
        >
          {isTyped ? words.change : source ? words.instead : words.enter}
        </button>
        {isTyped && (
          <button
            type="button"
            class="link-button"
            aria-label={words.takeBackOf(groupName)}
            aria-disabled={takeBack.isPending}
            onClick={() => takeBack.mutate()}
          >
            {words.takeBack}
          </button>
        )}
      </div>
      {takeBack.problem && <ProblemNotice problem={takeBack.problem} />}
    </>
  );
}
