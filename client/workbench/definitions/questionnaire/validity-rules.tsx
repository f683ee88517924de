import type { Questionnaire, ValidityRule } from '../../../../survey-definitions/questionnaire.ts';
import { useWords } from '../../language.tsx';
import { useTexts } from './texts.tsx';
import { questionnaireWords } from './words.ts';

/** What makes a response to this questionnaire invalid, and what only raises a doubt, in words. */
export function ValidityRules({ definition }: { definition: Questionnaire }) {
  const words = useWords(questionnaireWords);
  const { said } = useTexts();
  const titleOf = (id: string) => {
    const section = definition.sections.find((one) => one.id === id);
    return section ? said(section.title) : id;
  };
  const inWords = (rule: ValidityRule): string => {
    switch (rule.rule) {
      case 'complete-section':
        return words.validity.completeSection(titleOf(rule.section));
      case 'no-double-mark':
        return words.validity.noDoubleMark;
      case 'one-return':
        return words.validity.oneReturn;
      case 'contradiction':
        return said(rule.reason);
      case 'minimum-duration':
        return words.validity.minimumDuration(rule.seconds);
      case 'straight-line':
        return words.validity.straightLine(titleOf(rule.section));
    }
  };
  const flags = definition.validity.filter(onlyFlags);
  const invalidates = definition.validity.filter((rule) => !onlyFlags(rule));
  if (definition.validity.length === 0) return null;
  return (
    <section class="stack small">
      <h3>{words.validity.title}</h3>
      {invalidates.length > 0 && (
        <RuleList title={words.validity.invalidates} rules={invalidates.map(inWords)} />
      )}
      {flags.length > 0 && <RuleList title={words.validity.flags} rules={flags.map(inWords)} />}
    </section>
  );
}

const onlyFlags = (rule: ValidityRule) =>
  rule.rule === 'minimum-duration' || rule.rule === 'straight-line';

function RuleList({ title, rules }: { title: string; rules: string[] }) {
  return (
    <div>
      <p class="quiet">{title}</p>
      <ul class="dashes">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  );
}
