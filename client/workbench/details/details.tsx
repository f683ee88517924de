import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useEvaluation, useMay, useMayChange } from '../current-evaluation.ts';
import { useMayDo } from '../data/account.ts';
import { useWords } from '../language.tsx';
import { ParticularsFacts } from '../particulars/particulars-facts.tsx';
import { ParticularsForm } from '../particulars/particulars-form.tsx';
import { sharedWords } from '../parts/words.ts';
import { surveyPath } from '../paths.ts';
import { Retention } from '../retention/retention-form.tsx';
import { tradeTerms } from '../terms.ts';
import { ArchiveEvaluation } from './archive-evaluation.tsx';
import { CopyEvaluation } from './copy-evaluation.tsx';
import { DeleteEvaluation } from './delete-evaluation.tsx';
import { DetailsForm } from './details-form.tsx';
import { openedSurveys } from './read-details.ts';
import { detailsWords } from './words.ts';

/** Department, place and year of an evaluation: to be changed until a survey opens, then to be read. */
export function Details() {
  const words = useWords(detailsWords);
  const shared = useWords(sharedWords);
  const evaluation = useEvaluation();
  // Judged once: a survey that opens meanwhile must not take away what is being typed. The server refuses then.
  const [fixed] = useState(() => openedSurveys(evaluation).length > 0);
  const mayWrite = useMay('evaluations.write');
  const mayChange = useMayChange('evaluations.write');
  const mayCopy = useMayDo('evaluations.create') && mayWrite;
  return (
    <div class="stack">
      <h2>{shared.details.title}</h2>
      {fixed || !mayChange ? <FixedDetails /> : <DetailsForm />}
      {mayChange ? <ParticularsForm /> : <ParticularsFacts particulars={evaluation.particulars} />}
      <Retention />
      {mayCopy && (
        <Section title={words.copyTitle}>
          <CopyEvaluation />
        </Section>
      )}
      {mayWrite && (
        <>
          <Section title={words.archiveTitle}>
            <ArchiveEvaluation />
          </Section>
          <Section title={words.deleteTitleShort}>
            <DeleteEvaluation />
          </Section>
        </>
      )}
    </div>
  );
}

function Section(props: { title: string; children: ComponentChildren }) {
  return (
    <section class="stack details-section">
      <h3>{props.title}</h3>
      {props.children}
    </section>
  );
}

/** What respondents have read stays as it was; says which surveys it was fixed by. */
function FixedDetails() {
  const words = useWords(detailsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const evaluation = useEvaluation();
  const mayWrite = useMay('evaluations.write');
  const { department, place, year, indicatorSystem } = evaluation;
  const facts = [
    [shared.evaluations.department, department],
    [shared.evaluations.place, place],
    [shared.evaluations.year, year],
    [
      terms.indicatorSystem,
      shared.evaluations.version(indicatorSystem.title, indicatorSystem.version),
    ],
  ] as const;
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt class="small quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayWrite && openedSurveys(evaluation).length > 0 && (
        <div class="notice">
          <p>{words.fixed}</p>
          <ul>
            {openedSurveys(evaluation).map((survey) => (
              <li key={survey.code}>
                {survey.title} <a href={surveyPath(evaluation.id, survey.code)}>{survey.code}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
