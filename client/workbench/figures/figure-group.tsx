import type { FrozenFigure, FrozenFigures } from '../api/figures.ts';
import { base, count } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import { useLanguage, useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { tradeTerms } from '../terms.ts';
import { FigureName } from './figure-name.tsx';
import { FigureSurvey } from './figure-survey.tsx';
import { useMethodInWords } from './method.ts';
import { figuresWords } from './words.ts';

type Group = FrozenFigures['groups'][number];

/** A group's numbers as they were frozen: its composite and how it was made, every item, and the surveys behind them. */
export function FigureGroup(props: { group: Group; figures: readonly FrozenFigure[] }) {
  const words = useWords(figuresWords);
  const { language } = useLanguage();
  const terms = useWords(tradeTerms);
  const inWords = useMethodInWords();
  const { group } = props;
  const named = { respondentGroup: group.group, respondentGroupName: group.groupName[language] };
  const figures = props.figures.filter((figure) => figure.group === group.group);
  const composite = figures.find(({ quantity }) => quantity === 'composite');
  const items = figures.filter(({ quantity }) => quantity === 'item-satisfaction');
  const shares = figures.filter(({ quantity }) => quantity === 'option-share');
  return (
    <section class="figure-group stack" aria-labelledby={`figure-${group.group}`}>
      <h3 id={`figure-${group.group}`}>{groupLabel(terms, named)}</h3>
      {composite && (
        <p class="frozen-value">
          <b>
            <CalculatedNumber value={composite.value} whenNone={words.one.noNumber} />
          </b>{' '}
          {composite.base !== null && <span class="small quiet">{base(composite.base)}</span>}{' '}
          <span class="small">{inWords(group)}</span>
        </p>
      )}
      {composite && group.surveys.length > 1 && <Parts composite={composite} />}
      {items.length > 0 && (
        <Numbers title={words.one.items} unit={words.one.value} figures={items} />
      )}
      {shares.length > 0 && (
        <Numbers title={words.one.shares} unit={words.one.share} figures={shares} />
      )}
      {group.surveys.map((survey) => (
        <FigureSurvey key={survey.code} survey={survey} />
      ))}
    </section>
  );
}

/** What each survey that was combined says by itself, and by what weight it counts. */
function Parts({ composite }: { composite: FrozenFigure }) {
  const words = useWords(figuresWords).one;
  const terms = useWords(tradeTerms);
  const weighted = composite.surveys.some(({ weight }) => weight !== null);
  return (
    <DataTable
      size="small"
      class="figure-numbers"
      columns={[
        { label: terms.composite },
        ...(weighted ? [{ label: words.weight, kind: 'number' } as const] : []),
        { label: words.value, kind: 'number' },
        { label: terms.base, kind: 'number' },
      ]}
      rows={composite.surveys.map((part) => (
        <Row
          key={part.code}
          cells={[
            words.survey(part.code),
            ...(weighted ? [part.weight ?? ''] : []),
            <CalculatedNumber value={part.value} whenNone={words.noNumber} />,
            part.base === null ? '—' : count(part.base),
          ]}
        />
      ))}
    />
  );
}

function Numbers(props: { title: string; unit: string; figures: readonly FrozenFigure[] }) {
  const words = useWords(figuresWords).one;
  const terms = useWords(tradeTerms);
  return (
    <DataTable
      size="small"
      class="figure-numbers"
      columns={[
        { label: props.title },
        { label: props.unit, kind: 'number' },
        { label: terms.base, kind: 'number' },
      ]}
      rows={props.figures.map((figure) => (
        <Row
          key={`${figure.item} ${figure.option}`}
          cells={[
            <FigureName figure={figure} />,
            <CalculatedNumber value={figure.value} whenNone={words.noNumber} />,
            figure.base === null ? <span class="quiet">—</span> : count(figure.base),
          ]}
        />
      ))}
    />
  );
}
