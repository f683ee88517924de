import { useLocation } from 'preact-iso/router';
import { createEvaluation, EVALUATIONS, indicatorSystems } from '../api.ts';
import { renew, useAction, useLoaded } from '../known.ts';
import { useWords } from '../language.tsx';
import { EVALUATION_FIELDS, EvaluationFields } from '../parts/evaluation-fields.tsx';
import { Failed } from '../parts/failed.tsx';
import { Field } from '../parts/field.tsx';
import { useFieldFaults } from '../parts/field-faults.ts';
import { Shown } from '../parts/shown.tsx';
import { useTitle } from '../parts/title.ts';
import { evaluationsPath, stopPath } from '../paths.ts';

export function NewEvaluation() {
  const words = useWords();
  const { route } = useLocation();
  const systems = useLoaded(indicatorSystems);
  useTitle(words.evaluations.create);
  const create = useAction(async (form: FormData) => {
    const [id = '', version] = String(form.get('system')).split('@');
    const made = await createEvaluation({
      department: String(form.get('department')).trim(),
      place: String(form.get('place')).trim(),
      year: Number(form.get('year')),
      indicatorSystem: { id, version: Number(version) },
    });
    renew(EVALUATIONS);
    route(stopPath(made.id, 'questionnaires'));
  });
  const { form, beside, rest } = useFieldFaults(create.problem, EVALUATION_FIELDS);
  const lastYear = new Date().getFullYear() - 1;
  return (
    <div class="page stack">
      <p class="small">
        <a href={evaluationsPath}>{words.evaluations.title}</a>
      </p>
      <h1>{words.evaluations.create}</h1>
      <Shown of={systems}>
        {({ items }) => (
          <form
            ref={form}
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              void create.run(new FormData(event.currentTarget));
            }}
          >
            <EvaluationFields values={{ year: lastYear }} faults={beside} />
            <Field label={words.terms.indicatorSystem} hint={words.evaluations.systemHint}>
              {(described) => (
                <select {...described} class="input" name="system" required>
                  {items.map((system) => (
                    <option
                      key={`${system.id}@${system.version}`}
                      value={`${system.id}@${system.version}`}
                    >
                      {words.evaluations.version(system.title, system.version)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {rest && <Failed problem={rest} />}
            <div class="actions">
              <button class="button primary" type="submit" aria-disabled={create.busy}>
                {words.evaluations.createYes}
              </button>
              <a href={evaluationsPath}>{words.states.cancel}</a>
            </div>
          </form>
        )}
      </Shown>
    </div>
  );
}
