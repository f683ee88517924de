import { useState } from 'preact/hooks';
import { evaluationsKey } from '../api/evaluations.ts';
import {
  changeSurvey,
  type Progress,
  type Survey,
  surveyKey,
  survey as surveyOf,
} from '../api/surveys.ts';
import { useEvaluation, useMayChange } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { askNow, setAndInvalidate } from '../data/query-client.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { sharedWords } from '../parts/words.ts';
import { By, Entered, Entries, EntryInput } from './handed-out-entries.tsx';
import { entryField, readEntries } from './read-handed-out.ts';
import { surveyWords } from './words.ts';

/** How many questionnaires were handed out, by channel and point, with who entered it and when; and the form to enter it. */
export function HandedOut({ survey, progress }: { survey: Survey; progress: Progress }) {
  const words = useWords(surveyWords).handedOut;
  const draft = evaluationDrafts(useEvaluation().id) + draftKey('handed-out', survey.code);
  const unsaved = useUnsaved(draft) > 0;
  const [editing, setEditing] = useState(unsaved);
  const place = useRestoredFocus<HTMLElement>(String(editing));
  const { handedOut } = survey;
  const mayEnter = useMayChange('surveys.write');
  return (
    <section class="survey-section handed-out" ref={place} aria-labelledby="survey-handed-out">
      <h3 id="survey-handed-out">{words.title}</h3>
      {editing && mayEnter ? (
        <EntryForm {...{ survey, progress, draft }} close={() => setEditing(false)} />
      ) : (
        <>
          {handedOut.length === 0 ? (
            <p class="small quiet reading">{mayEnter ? words.none : words.noneToRead}</p>
          ) : (
            <Entries
              {...{ survey, progress }}
              onlyEntered
              cell={(entry) => <Entered entry={entry} />}
            />
          )}
          {mayEnter && (
            <button type="button" class="button screen-only" onClick={() => setEditing(true)}>
              {words.enter}
            </button>
          )}
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
    const handedOut = entries.map(({ channel, point, n }) => ({ channel, point, n }));
    const after = await changeSurvey(survey.code, { handedOut });
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
    </Form>
  );
}
