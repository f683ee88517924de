import { useState } from 'preact/hooks';
import { LONGEST_NOTE } from '../../../survey-definitions/survey.ts';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { textOf } from '../parts/form-values.ts';
import { EditForm, useRestoredFocus } from './edit-form.tsx';
import { ScoreChangeResult, useScoreChange } from './use-score-change.tsx';
import { scoringWords } from './words.ts';

/** A remark to be read where the score came from; it moves nothing and can be deleted again. */
export function NoteEditor({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords(scoringWords);
  const change = useScoreChange(indicator.code);
  const { note } = indicator;
  const [editing, setEditing] = useState(false);
  const place = useRestoredFocus(`${editing} ${note}`);
  const submit = async (form: FormData) => {
    if (await change.mutate({ note: textOf(form, 'note') })) setEditing(false);
  };
  return (
    <div class="stack note-editor" ref={place}>
      {editing ? (
        <EditForm busy={change.isPending} submit={submit} cancel={() => setEditing(false)}>
          <Field label={words.noteText} hint={words.noteHint}>
            {(inputProps) => (
              <textarea
                {...inputProps}
                class="input"
                name="note"
                rows={5}
                maxLength={LONGEST_NOTE}
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
        </>
      )}
      <ScoreChangeResult {...change} />
    </div>
  );
}
