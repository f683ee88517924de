import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { yearInChina } from '../../../survey-definitions/china-time.ts';
import { indicatorSystems } from '../api/definitions.ts';
import { createEvaluation, evaluationsKey } from '../api/evaluations.ts';
import { session } from '../api/session.ts';
import { useMayDo } from '../data/account.ts';
import { draftKey } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { OptionalParticulars, useParticularsCheck } from '../particulars/optional-particulars.tsx';
import { pathInParticulars, readParticulars } from '../particulars/read-particulars.ts';
import { EvaluationFields } from '../parts/evaluation-fields.tsx';
import { Form } from '../parts/form.tsx';
import { countOf, textOf } from '../parts/form-values.ts';
import { InsteadPage } from '../parts/instead-page.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sharedWords } from '../parts/words.ts';
import { evaluationsPath, stopPath } from '../paths.ts';
import { SystemChoice } from './system-choice.tsx';
import { evaluationsWords } from './words.ts';

const DRAFT = draftKey('new-evaluation');

function pathOf(name: string, form: FormData | undefined): string {
  if (name === 'system') return '$.indicatorSystem';
  return OWN.includes(name) ? `$.${name}` : pathInParticulars(name, form);
}
const OWN = ['department', 'place', 'year'];

export function NewEvaluation() {
  const words = useWords(evaluationsWords);
  const shared = useWords(sharedWords);
  const mayCreate = useMayDo('evaluations.create');
  useTitle(words.create);
  if (mayCreate) return <NewEvaluationForm />;
  return (
    <InsteadPage
      title={words.mayNotCreate}
      back={{ href: evaluationsPath, label: shared.evaluations.title }}
    >
      <p>{words.mayNotCreateHint}</p>
    </InsteadPage>
  );
}

function NewEvaluationForm() {
  const check = useParticularsCheck();
  const words = useWords(evaluationsWords);
  const shared = useWords(sharedWords);
  const { route } = useLocation();
  const systems = useQuery(indicatorSystems);
  const submitted = useRef<FormData | undefined>(undefined);
  const create = useMutation(async (form: FormData) => {
    submitted.current = form;
    const [id = '', version] = String(form.get('system')).split('@');
    const made = await createEvaluation({
      department: textOf(form, 'department'),
      place: textOf(form, 'place'),
      year: countOf(form, 'year') ?? Number.NaN,
      indicatorSystem: { id, version: Number(version) },
      particulars: readParticulars(form),
    });
    // Whoever begins one is its evaluator, which his session says too.
    invalidate(evaluationsKey, session.queryKey);
    route(stopPath(made.id, 'questionnaires'));
  });
  const lastYear = yearInChina(new Date().toISOString()) - 1;
  return (
    <div class="page stack">
      <p class="small">
        <a href={evaluationsPath}>{shared.evaluations.title}</a>
      </p>
      <h1>{words.create}</h1>
      <QueryResult query={systems}>
        {({ items }) => (
          <Form
            draft={DRAFT}
            check={check}
            submit={create.mutate}
            problem={create.problem}
            pathOf={(name) => pathOf(name, submitted.current)}
            actions={({ discard }) => (
              <>
                <button class="button primary" type="submit" aria-disabled={create.isPending}>
                  {words.createYes}
                </button>
                <a href={evaluationsPath} onClick={discard}>
                  {shared.cancel}
                </a>
              </>
            )}
          >
            <EvaluationFields values={{ year: lastYear }} />
            <SystemChoice systems={items} />
            <OptionalParticulars draft={DRAFT} />
          </Form>
        )}
      </QueryResult>
    </div>
  );
}
