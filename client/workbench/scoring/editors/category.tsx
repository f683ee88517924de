import type { RuleOf } from '../../../../survey-definitions/scoring-rule.ts';
import { textIn } from '../../../../survey-definitions/wording.ts';
import { useLanguage } from '../../language.tsx';
import type { Inputs } from './value.tsx';

export function CategoryFields({ rule, inputs }: { rule: RuleOf<'category'>; inputs: Inputs }) {
  const { words, language } = useLanguage();
  return (
    <fieldset class="fields">
      <legend>{words.editors.case}</legend>
      {rule.cases.map((one) => (
        <label key={one.id} class="choice">
          <input
            type="radio"
            name="case"
            value={one.id}
            defaultChecked={inputs['case'] === one.id}
            required
          />
          <span>
            {textIn(one.label, language)}{' '}
            <span class="quiet">{words.editors.points(String(one.points))}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
