import { textIn } from '../../../../survey-definitions/wording.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { ChoiceGroup } from '../../parts/choice-group.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { editorsWords } from './words.ts';

function Fields({ rule, inputs }: FieldsProps<'category'>) {
  const words = useWords(editorsWords);
  const { language } = useLanguage();
  return (
    <ChoiceGroup name="case" legend={words.case}>
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
            <span class="quiet">{words.points(String(one.points))}</span>
          </span>
        </label>
      ))}
    </ChoiceGroup>
  );
}

export const category: Editor<'category'> = {
  Fields,
  read: (field) => (field('case') === '' ? {} : { case: field('case') }),
  judgement(rule, inputs, language) {
    const found = rule.cases.find(({ id }) => id === inputs['case']);
    return found ? textIn(found.label, language) : '';
  },
};
