import { useId, useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import {
  changeSurvey,
  type Progress,
  type Survey,
  surveyKey,
  survey as surveyOf,
} from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { askNow, setAndInvalidate } from '../data/query-client.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useMutation } from '../data/use-mutation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { useFault } from '../parts/form-faults.ts';
import { textOf } from '../parts/form-values.ts';
import { COUNT, NumberInput } from '../parts/number-field.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { type Entry, entryField, placesOf, readEntries } from './read-handed-out.ts';
import { ReasonField } from './reason-field.tsx';
import { surveyWords } from './words.ts';

/** How many questionnaires were handed out, by channel and point, with who entered it and when; and the form to enter it. */
export function HandedOut({ survey, progress }: { survey: Survey; progress: Progress }) {
  const words = useWords(surveyWords).handedOut;
  const draft = evaluationDrafts(useEvaluation().id) + draftKey('handed-out', survey.code);
  const unsaved = useUnsaved(draft) > 0;
  const [editing, setEditing] = useState(unsaved);
  const place = useRestoredFocus<HTMLElement>(String(editing));
  const { handedOut } = survey;
  return (
    <section class="survey-section handed-out" ref={place} aria-labelledby="survey-handed-out">
      <h3 id="survey-handed-out">{words.title}</h3>
      {editing ? (
        <EntryForm {...{ survey, progress, draft }} close={() => setEditing(false)} />
      ) : (
        <>
          {handedOut.length === 0 ? (
            <p class="small quiet reading">{words.none}</p>
          ) : (
            <Entries
              {...{ survey, progress }}
              onlyEntered
              cell={(entry) => <Entered entry={entry} />}
            />
          )}
          <button type="button" class="button screen-only" onClick={() => setEditing(true)}>
            {words.enter}
          </button>
        </>
      )}
    </section>
  );
}

function EntryForm(props: { survey: Survey; progress: Progress; draft: string; close(): void }) {
  const words = useWords(surveyWords).handedOut;
  const shared = useWords(sharedWords);
  const { survey, progress, draft, close } = props;
  const [sent, setSent] = useState<string[]>([]);
  const save = useMutation(async (form: FormData) => {
    const entries = readEntries(form, survey, progress);
    if (entries.length === 0) return close();
    setSent(entries.map(({ channel, point }) => entryField(channel, point)));
    const reason = textOf(form, 'reason');
    const handedOut = entries.map(({ channel, point, n }) => ({ channel, point, n }));
    const after = await changeSurvey(survey.code, { handedOut, ...(reason && { reason }) });
    setAndInvalidate(surveyOf(survey.code), after, evaluationsKey, surveyKey(survey.code));
    close();
  });
  return (
    <Form
      class="form entry-form"
      draft={draft}
      stored={survey.handedOut}
      storedNow={async () => (await askNow(surveyOf(survey.code)))?.handedOut ?? survey.handedOut}
      submit={save.mutate}
      problem={save.problem}
      pathOf={(name) => {
        const place = sent.indexOf(name);
        return place < 0 ? `$.${name}` : `$.handedOut[${place}].n`;
      }}
      actions={({ discard }) => (
        <>
          <button class="button primary" type="submit" aria-disabled={save.isPending}>
            {shared.save}
          </button>
          <CancelButton discard={discard} cancel={close} />
        </>
      )}
    >
      <p class="small quiet">{words.what}</p>
      <Entries
        {...{ survey, progress }}
        cell={(entry, name) => (
          <>
            <EntryInput entry={entry} label={name} />
            <By entry={entry} />
          </>
        )}
      />
      {survey.needsReason && <ReasonField proposed={words.reason} />}
    </Form>
  );
}

/** A line a point, a column a channel; where there are no points one line for the whole survey. */
function Entries(props: {
  survey: Survey;
  progress: Progress;
  /** Leaves out the points of which nobody entered anything. */
  onlyEntered?: boolean;
  cell(entry: Entry, name: string): preact.ComponentChildren;
}) {
  const words = useWords(surveyWords);
  const terms = useWords(tradeTerms);
  const { survey, progress, cell } = props;
  const { channels, points: places } = placesOf(survey, progress);
  const isEntered = (place: { id: string } | null) =>
    survey.handedOut.some(({ point }) => point === (place?.id ?? null));
  const points = props.onlyEntered ? places.filter(isEntered) : places;
  const nameOf = (point: { name: string } | null) => {
    if (point !== null) return point.name;
    return survey.points.length === 0 ? words.handedOut.whole : words.noPoint;
  };
  return (
    <DataTable
      class="entries"
      columns={[
        { label: terms.point },
        ...channels.map((each) => ({ label: terms.channels[each], kind: 'number' }) as const),
      ]}
      rows={points.map((point) => (
        <Row
          key={point?.id ?? ''}
          cells={[
            nameOf(point),
            ...channels.map((channel) => {
              const id = point?.id ?? null;
              const last = survey.handedOut.find(
                (each) => each.channel === channel && each.point === id,
              );
              return cell(
                { channel, point: id, last },
                words.handedOut.ofChannel(nameOf(point), terms.channels[channel]),
              );
            }),
          ]}
        />
      ))}
    />
  );
}

function Entered({ entry }: { entry: Entry }) {
  if (!entry.last) return <span class="quiet">—</span>;
  return (
    <>
      {count(entry.last.n)}
      <By entry={entry} />
    </>
  );
}

/** Who entered the number that stands, and when. */
function By({ entry: { last } }: { entry: Entry }) {
  if (!last) return null;
  return (
    <span class="small quiet entered-by">
      <span class="nowrap">{minuteInChina(last.at)}</span> {last.author}
    </span>
  );
}

function EntryInput({ entry, label }: { entry: Entry; label: string }) {
  const name = entryField(entry.channel, entry.point);
  const fault = useFault(name);
  const id = useId();
  return (
    <>
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <NumberInput
        {...COUNT}
        id={id}
        name={name}
        min={0}
        defaultValue={entry.last?.n ?? ''}
        {...(fault ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
      />
      {fault && (
        <span class="error small" id={`${id}-error`}>
          {fault}
        </span>
      )}
    </>
  );
}
