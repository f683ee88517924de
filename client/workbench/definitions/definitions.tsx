import type { ComponentChildren } from 'preact';
import { type DefinitionKind, indicatorSystems, questionnaires } from '../api/definitions.ts';
import { useMayDo } from '../data/account.ts';
import { useQuery } from '../data/use-query.ts';
import { count } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sharedWords } from '../parts/words.ts';
import { definitionPath, evaluationsPath, uploadPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { versionsById } from '../versions.ts';
import { Unfilled } from './questionnaire/texts.tsx';
import { definitionsWords } from './words.ts';

/** Every definition with its versions, whatever evaluation uses it. */
export function Definitions() {
  const words = useWords(definitionsWords);
  const shared = useWords(sharedWords);
  const mayUpload = useMayDo('definitions.write');
  useTitle(shared.definitions);
  return (
    <div class="page stack definitions">
      <p class="small screen-only">
        <a href={evaluationsPath}>{shared.evaluations.title}</a>
      </p>
      <div class="row spread">
        <h1>{shared.definitions}</h1>
        {mayUpload && (
          <a class="button" href={uploadPath}>
            {words.upload}
          </a>
        )}
      </div>
      <p class="reading quiet">{words.what}</p>
      <h2>{words.kinds.questionnaires}</h2>
      <QuestionnaireList />
      <h2>{words.kinds['indicator-systems']}</h2>
      <SystemList />
    </div>
  );
}

function QuestionnaireList() {
  const words = useWords(definitionsWords);
  const terms = useWords(tradeTerms);
  const listed = useQuery(questionnaires);
  return (
    <QueryResult query={listed}>
      {({ items }) => (
        <DataTable
          columns={[
            { label: terms.questionnaire },
            { label: terms.respondentGroup },
            { label: words.items, kind: 'number' },
            { label: words.versions },
          ]}
          rows={versionsById(items).map((versions) => (
            <Row
              key={versions[0].id}
              cells={[
                <Name kind="questionnaires" newest={versions[0]} />,
                groupLabel(terms, versions[0]),
                count(versions[0].items),
                <Versions kind="questionnaires" versions={versions} />,
              ]}
            />
          ))}
          empty={<p class="quiet">{words.none}</p>}
        />
      )}
    </QueryResult>
  );
}

function SystemList() {
  const words = useWords(definitionsWords);
  const terms = useWords(tradeTerms);
  const listed = useQuery(indicatorSystems);
  return (
    <QueryResult query={listed}>
      {({ items }) => (
        <DataTable
          columns={[
            { label: terms.indicatorSystem },
            { label: words.levels },
            { label: words.indicators, kind: 'number' },
            { label: words.versions },
          ]}
          rows={versionsById(items).map((versions) => (
            <Row
              key={versions[0].id}
              cells={[
                <Name kind="indicator-systems" newest={versions[0]} />,
                versions[0].level1
                  .map(({ name, weight }) => `${name} ${weight.display}`)
                  .join(' · '),
                count(versions[0].indicators),
                <Versions kind="indicator-systems" versions={versions} />,
              ]}
            />
          ))}
          empty={<p class="quiet">{words.none}</p>}
        />
      )}
    </QueryResult>
  );
}

interface Listed {
  id: string;
  version: number;
  title: string;
}

function Name({ kind, newest }: { kind: DefinitionKind; newest: Listed }): ComponentChildren {
  return (
    <>
      <a href={definitionPath(kind, newest)}>
        <Unfilled text={newest.title} />
      </a>
      <span class="small quiet version">{newest.id}</span>
    </>
  );
}

function Versions({ kind, versions }: { kind: DefinitionKind; versions: readonly Listed[] }) {
  const words = useWords(definitionsWords);
  return (
    <ul class="versions">
      {versions.map((one, index) => (
        <li key={one.version}>
          <a href={definitionPath(kind, one)}>{words.version(String(one.version))}</a>
          {index === 0 && versions.length > 1 && <span class="small quiet"> {words.newest}</span>}
        </li>
      ))}
    </ul>
  );
}
