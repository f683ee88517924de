import { useState } from 'preact/hooks';
import { LONGEST_NOTE } from '../../../survey-definitions/survey.ts';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { textOf } from '../parts/form-values.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { EditForm } from './edit-form.tsx';
import { useEntryDraft } from './entry-draft.ts';
import { ScoreChangeResult, useScoreChange } from './use-score-change.tsx';
import { scoringWords } from './words.ts';

/** A remark to be read where the score came from; it moves nothing and can be deleted again. */
export function NoteEditor({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords(scoringWords);
  const change = useScoreChange(indicator.code);
  const { note } = indicator;
  const kept = useEntryDraft(indicator.code, 'note', (now) => now.note);
  const unsaved = useUnsaved(kept.draft) > 0;
  const [editing, setEditing] = useState(unsaved);
  const place = useRestoredFocus(`${editing} ${note}`);
  const submit = async (form: FormData) => {
    const done = await change.mutate({ note: textOf(form, 'note') });
    if (done) setEditing(false);
    return done;
  };
  return (
    <div class="stack note-editor" ref={place}>
      {editing ? (
        <EditForm
          {...kept}
          stored={note}
          busy={change.isPending}
          submit={submit}
          problem={change.problem}
          cancel={() => setEditing(false)}
        >
          <Field name="note" label={words.noteText} hint={words.noteHint}>
            {(inputProps) => (
              <textarea
                {...inputProps}
                class="input"
                rows={5}
                data-longest={LONGEST_NOTE}
                defaultValue={note ?? ''}
                required
              />
            )}
          </Field>
        </EditForm>
      ) : (
        <>
          <p class="small quiet">{words.noteHint}</p>
          <div class="actions">
            <button type="button" class="button" onClick={() => setEditing(true)}>
              {note ? words.change : words.newNote}
            </button>
            {note && (
              <button
                type="button"
                class="button"
                aria-disabled={change.isPending}
                onClick={() => change.mutate({ note: null })}
              >
                {words.deleteNote}
              </button>
            )}
          </div>
          {change.problem && <ProblemNotice problem={change.problem} />}
        </>
      )}
      <ScoreChangeResult message={change.message} />
    </div>
  );
}
