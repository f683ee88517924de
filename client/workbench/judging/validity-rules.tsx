import type { ComponentChildren } from 'preact';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import type { Text } from '../../../survey-definitions/text.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { validityInWords } from './validity-in-words.ts';
import { judgingWords } from './words.ts';

/** When a response to this questionnaire is valid, as its definition declares it, in words. */
export function ValidityRules(props: { definition: Questionnaire; said(text: Text): string }) {
  const { validity } = useWords(judgingWords);
  return (
    <section class="stack small">
      <h3>{validity.rules}</h3>
      <Rules {...props} marksDevices={false} />
    </section>
  );
}

/** The same of a survey, folded until somebody asks. */
export function FoldedValidityRules(props: { definition: Questionnaire; marksDevices: boolean }) {
  const { validity } = useWords(judgingWords);
  const said = useSurveyText();
  return (
    <details class="small validity-rules screen-only">
      <summary>{validity.title}</summary>
      <div class="stack">
        <Rules {...props} said={said} />
        <p>{validity.otherwise}</p>
      </div>
    </details>
  );
}

function Rules(props: {
  definition: Questionnaire;
  said(text: Text): string;
  marksDevices: boolean;
}) {
  const { validity } = useWords(judgingWords);
  const { ineligible, invalid, flags } = validityInWords(
    props.definition,
    validity,
    props.said,
    props,
  );
  const flagsInWords = flags.map(({ says, means }) => (
    <>
      {says}
      <span class="quiet"> — {means}</span>
    </>
  ));
  return (
    <>
      <RuleList title={validity.ineligible} rules={ineligible} />
      <RuleList title={validity.invalidates} rules={invalid} />
      <RuleList title={validity.flags} rules={flagsInWords} />
    </>
  );
}

function RuleList({ title, rules }: { title: string; rules: readonly ComponentChildren[] }) {
  if (rules.length === 0) return null;
  return (
    <div>
      <p class="quiet">{title}</p>
      <ul class="dashes">
        {rules.map((rule, index) => (
          <li key={index}>{rule}</li>
        ))}
      </ul>
    </div>
  );
}
