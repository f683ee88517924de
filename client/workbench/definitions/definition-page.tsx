import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Text } from '../../../survey-definitions/text.ts';
import { textIn } from '../../../survey-definitions/wording.ts';
import {
  type DefinitionKind,
  type DefinitionVersion,
  type DefinitionWarning,
  definitionWarnings,
} from '../api/definitions.ts';
import { useQuery } from '../data/use-query.ts';
import { useLanguage, useWords } from '../language.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sharedWords } from '../parts/words.ts';
import { definitionPath, definitionsPath } from '../paths.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { Unfilled } from './questionnaire/texts.tsx';
import { definitionsWords } from './words.ts';

type Definition = DefinitionVersion & { title: Text };

/** What the page of a definition begins with, whatever kind it is: its name, the file, what is known of it. */
export function DefinitionHead(props: {
  kind: DefinitionKind;
  definition: Definition;
  /** Every version there is, in any order. */
  listed: readonly DefinitionVersion[] | undefined;
  facts: readonly (readonly [name: string, value: ComponentChildren] | false)[];
  doubts: readonly DefinitionWarning[];
  /** Leads to the part of the page that a doubt is about, where there is one. */
  placeOf?(doubt: DefinitionWarning): string | undefined;
}) {
  const words = useWords(definitionsWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { chosen } = useAddressChoice();
  const { kind, definition, listed = [], facts } = props;
  const title = textIn(definition.title, language);
  const version = String(definition.version);
  useTitle(`${title.replace(/\{\{[^{}]*\}\}/g, '…')} · ${words.version(version)}`);
  const others = listed
    .filter((one) => one.id === definition.id && one.version !== definition.version)
    .toSorted((a, b) => b.version - a.version);
  const all = [
    [words.id, definition.id] as const,
    [
      words.thisVersion,
      <>
        {words.version(version)}
        {others.length > 0 && (
          <span class="small quiet">
            {' · '}
            {words.others}{' '}
            {others.map((one) => (
              <a key={one.version} class="other-version" href={definitionPath(kind, one)}>
                {words.version(String(one.version))}
              </a>
            ))}
          </span>
        )}
      </>,
    ] as const,
    ...facts.filter((fact) => fact !== false),
  ];
  return (
    <>
      <p class="small screen-only">
        <a href={definitionsPath}>{shared.definitions}</a>
      </p>
      {chosen['published'] === version && (
        <p class="notice" role="status">
          {words.published(version)}
        </p>
      )}
      <div class="row spread">
        <h1>
          <Unfilled text={title} />
        </h1>
        <Download definition={definition} />
      </div>
      <dl class="facts">
        {all.map(([name, value]) => (
          <div key={name}>
            <dt class="small quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Doubts doubts={props.doubts} placeOf={props.placeOf} />
    </>
  );
}

/** The file as people write one: indented, so that the next version is made of it. */
function Download({ definition }: { definition: Definition }) {
  const words = useWords(definitionsWords);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const text = `${JSON.stringify(definition, null, 2)}\n`;
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [definition]);
  return (
    <a class="button" href={address} download={`${definition.id}-${definition.version}.json`}>
      {words.download}
    </a>
  );
}

/** The doubts about a published version; none while they are on their way. */
export function useDoubts(kind: DefinitionKind, of: DefinitionVersion): DefinitionWarning[] {
  return useQuery(definitionWarnings(kind, of)).data?.items ?? [];
}

function Doubts(props: {
  doubts: readonly DefinitionWarning[];
  placeOf: ((doubt: DefinitionWarning) => string | undefined) | undefined;
}) {
  const words = useWords(definitionsWords);
  const { doubts, placeOf } = props;
  if (doubts.length === 0) return null;
  return (
    <details class="notice doubts">
      <summary>{words.doubts(doubts.length)}</summary>
      <ul>
        {doubts.map((doubt) => {
          const place = placeOf?.(doubt);
          return (
            <li key={`${doubt.path} ${doubt.code}`}>
              {place ? <a href={place}>{doubt.message}</a> : doubt.message}{' '}
              <code class="quiet">{doubt.path}</code>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
