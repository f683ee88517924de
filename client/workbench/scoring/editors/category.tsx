import { textIn } from '../../../../survey-definitions/wording.ts';
import { useLanguage } from '../../language.tsx';
import type { Editor, FieldsProps } from './editor.ts';

function Fields({ rule, inputs }: FieldsProps<'category'>) {
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

export const category: Editor<'category'> = {
  Fields,
  read: (field) => (field('case') === '' ? {} : { case: field('case') }),
  judgement(rule, inputs, _, language) {
    const found = rule.cases.find(({ id }) => id === inputs['case']);
    return found ? textIn(found.label, language) : '';
  },
};
