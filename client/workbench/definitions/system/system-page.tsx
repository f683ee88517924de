import { useRoute } from 'preact-iso/router';
import type {
  GradeBand,
  IndicatorSystem,
  Level1,
  Level2,
} from '../../../../survey-definitions/indicator-system.ts';
import { allIndicators, asksOf } from '../../../../survey-definitions/survey-asks.ts';
import { textIn } from '../../../../survey-definitions/wording.ts';
import {
  type DefinitionWarning,
  indicatorSystem,
  indicatorSystems,
} from '../../api/definitions.ts';
import { useQuery } from '../../data/use-query.ts';
import { count } from '../../format.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { Asks } from '../../parts/asks.tsx';
import { QueryResult } from '../../parts/query-result.tsx';
import { DefinitionHead, useDoubts } from '../definition-page.tsx';
import { Reference } from '../questionnaire/questionnaire-body.tsx';
import { AsDefined, useTexts } from '../questionnaire/texts.tsx';
import { definitionsWords } from '../words.ts';
import { IndicatorCard } from './indicator-card.tsx';
import { systemWords } from './words.ts';

/** One version of an indicator system: its levels, and what makes each indicator's score. */
export function SystemPage() {
  const { params } = useRoute();
  const of = { id: params['id'] ?? '', version: Number(params['version']) };
  const loaded = useQuery(indicatorSystem(of));
  return <QueryResult query={loaded}>{(system) => <Written system={system} />}</QueryResult>;
}

function Written({ system }: { system: IndicatorSystem }) {
  const words = useWords(systemWords);
  const common = useWords(definitionsWords);
  const listed = useQuery(indicatorSystems);
  const doubts = useDoubts('indicator-systems', system);
  return (
    <article class="page stack system-text">
      <DefinitionHead
        kind="indicator-systems"
        definition={system}
        listed={listed.data?.items}
        facts={[
          [common.indicators, count(allIndicators(system).length)],
          [words.grades, <Grades bands={system.gradeBands} />],
          [words.asks, <Asks asks={asksOf(system)} />],
        ]}
        doubts={doubts}
        placeOf={(doubt) => {
          const code = codeOf(system, doubt);
          return code && `#indicator-${code}`;
        }}
      />
      <Reference text={system.reference} />
      <AsDefined>
        {system.level1.map((level) => (
          <FirstLevel key={level.code} level={level} />
        ))}
      </AsDefined>
    </article>
  );
}

function Grades({ bands }: { bands: readonly GradeBand[] }) {
  const words = useWords(systemWords);
  const { language } = useLanguage();
  return (
    <ul class="grades">
      {bands.map(({ grade, min, below }) => {
        const name = textIn(grade, language);
        const from = min !== undefined && words.from(String(min));
        const to = below !== undefined && words.below(String(below));
        return (
          <li key={name}>
            <b>{name}</b> <span class="small quiet">{[from, to].filter(Boolean).join(' · ')}</span>
          </li>
        );
      })}
    </ul>
  );
}

function FirstLevel({ level }: { level: Level1 }) {
  const { shown } = useTexts();
  return (
    <section class="stack">
      <h2 class="level-head">
        <span>
          {level.code} {shown(level.name)}
        </span>
        <Weight level={level} />
      </h2>
      {level.level2.map((second) => (
        <section key={second.code} class="stack">
          <h3 class="level-head">
            <span>
              {second.code} {shown(second.name)}
            </span>
            <Weight level={second} />
          </h3>
          <ul class="indicator-cards">
            {second.indicators.map((indicator) => (
              <IndicatorCard key={indicator.code} indicator={indicator} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Weight({ level }: { level: Level1 | Level2 }) {
  const words = useWords(systemWords);
  return <span class="quiet">{words.points(String(level.weight))}</span>;
}

/** The code of the indicator that a doubt is about. */
function codeOf({ level1 }: IndicatorSystem, { path }: DefinitionWarning): string | undefined {
  const found = /^\$\.level1\[(\d+)\]\.level2\[(\d+)\]\.indicators\[(\d+)\]/.exec(path) ?? [];
  const [first, second, third] = found.slice(1).map(Number);
  return level1[first ?? -1]?.level2[second ?? -1]?.indicators[third ?? -1]?.code;
}
