import { useState } from 'preact/hooks';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from '../parts/words.ts';
import { surveyPath } from '../paths.ts';
import { Retention } from '../retention/retention-form.tsx';
import { tradeTerms } from '../terms.ts';
import { DetailsForm } from './details-form.tsx';
import { openedSurveys } from './read-details.ts';
import { detailsWords } from './words.ts';

/** Department, place and year of an evaluation: to be changed until a survey opens, then to be read. */
export function Details() {
  const shared = useWords(sharedWords);
  const evaluation = useEvaluation();
  // Judged once: a survey that opens meanwhile must not take away what is being typed. The server refuses then.
  const [fixed] = useState(() => openedSurveys(evaluation).length > 0);
  return (
    <div class="stack">
      <h2>{shared.details.title}</h2>
      {fixed ? <FixedDetails /> : <DetailsForm />}
      <Retention />
    </div>
  );
}

/** What respondents have read stays as it was; says which surveys it was fixed by. */
function FixedDetails() {
  const words = useWords(detailsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const evaluation = useEvaluation();
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
    </>
  );
}
