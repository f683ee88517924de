import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Problem } from '../../api/client.ts';
import { DEFINITION_KINDS, type DefinitionKind, dryRun, publish } from '../../api/definitions.ts';
import { invalidate } from '../../data/query-client.ts';
import { useMutation } from '../../data/use-mutation.ts';
import { useQuery } from '../../data/use-query.ts';
import { count } from '../../format.ts';
import { useWords } from '../../language.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Loading } from '../../parts/query-result.tsx';
import { SegmentedControl } from '../../parts/segmented-control.tsx';
import { definitionPath, withQuery } from '../../paths.ts';
import { FileLines } from './file-lines.tsx';
import { findingsIn, type Said } from './findings.ts';
import { linesOf } from './places.ts';
import { kindOf, type ReadText, readText } from './read-file.ts';
import { Summary } from './summary.tsx';
import { uploadWords } from './words.ts';

/** A file that could be read: as JSON or not, and as a definition or not. `serial` tells it from the one before. */
export function CheckedFile(props: { name: string; text: string; serial: number }) {
  const words = useWords(uploadWords);
  const { name, text, serial } = props;
  const read = useMemo(() => readText(text), [text]);
  const here = useFaultsOfText(read);
  const lines = linesOf(read.text);
  return (
    <>
      <p class="small quiet">
        {words.file(name, count(lines.length))} {read.laidOut && words.laidOut}
      </p>
      {here.length > 0 ? (
        <AtTheirPlaces read={read} said={here} />
      ) : (
        <AsDefinition read={read} serial={serial} />
      )}
    </>
  );
}

/** What is wrong with it before anybody asks what it means. */
function useFaultsOfText({ syntax, twice }: ReadText): Said[] {
  const words = useWords(uploadWords);
  if (syntax) {
    const { code, found, at } = syntax;
    return [{ kind: 'fault', message: words.syntax[code](found), at }];
  }
  return twice.map(({ key, path }) => ({ kind: 'fault', message: words.twice(key), path }));
}

function AtTheirPlaces({ read, said }: { read: ReadText; said: readonly Said[] }) {
  const lines = linesOf(read.text);
  const findings = findingsIn(lines, read.root, said);
  return (
    <>
      <Summary findings={findings} />
      <FileLines lines={lines} findings={findings} />
    </>
  );
}

/** What the server says of it; nothing is stored by asking. */
function AsDefinition({ read, serial }: { read: ReadText; serial: number }) {
  const words = useWords(uploadWords);
  const [kind, setKind] = useState<DefinitionKind>(() => kindOf(read.value));
  const tried = useQuery(dryRun(kind, serial, read.value));
  const problem = tried.status === 'error' ? tried.problem : undefined;
  const said = useSaid(problem, tried.data?.warnings);
  return (
    <>
      <SegmentedControl
        label={words.asWhat}
        choices={DEFINITION_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={(value) => setKind(value)}
      />
      {tried.status === 'pending' && <Loading />}
      {problem && said.length === 0 && tried.status === 'error' && (
        <ProblemNotice problem={problem} retry={tried.retry} />
      )}
      {tried.data && <Publish kind={kind} read={read} tried={tried.data} />}
      {tried.status !== 'pending' && <AtTheirPlaces read={read} said={said} />}
    </>
  );
}

/** Faults and doubts as the server told them; of a version that is taken, what to do. */
function useSaid(problem: Problem | undefined, warnings: Problem['warnings']): Said[] {
  const words = useWords(uploadWords);
  const faults: Said[] = (problem?.errors ?? []).map(({ message, path }) => ({
    kind: 'fault',
    message,
    path,
  }));
  if (problem?.code === 'definition-exists')
    faults.push({ kind: 'fault', message: words.exists, path: '$.version' });
  const doubts = (problem?.warnings ?? warnings ?? []).map(
    ({ message, path }): Said => ({ kind: 'doubt', message, path }),
  );
  return [...faults, ...doubts];
}

function Publish(props: {
  kind: DefinitionKind;
  read: ReadText;
  tried: { id: string; version: number; published?: boolean | undefined };
}) {
  const words = useWords(uploadWords);
  const { route } = useLocation();
  const { kind, read, tried } = props;
  const path = definitionPath(kind, tried);
  const publishing = useMutation(async () => {
    await publish(kind, read.value);
    invalidate([kind]);
    route(withQuery(path, { published: String(tried.version) }));
  });
  if (tried.published)
    return (
      <p class="notice" role="status">
        {words.known} <a href={path}>{words.see}</a>
      </p>
    );
  return (
    <div class="stack" role="status">
      <p>{words.noFaults}</p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={publishing.isPending}
          onClick={() => publishing.mutate()}
        >
          {words.publish}
        </button>
        <span class="small quiet">{words.publishHint}</span>
      </div>
      {publishing.problem && <ProblemNotice problem={publishing.problem} />}
    </div>
  );
}
