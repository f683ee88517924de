import { textIn } from '../../../../survey-definitions/wording.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { readCount } from '../../parts/form-values.ts';
import { readComputable } from './computable.ts';
import { ComputableField } from './computable-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { editorsWords } from './words.ts';

function Fields({ rule, inputs }: FieldsProps<'event-deduction'>) {
  const words = useWords(editorsWords);
  const { language } = useLanguage();
  return (
    <>
      {rule.events && (
        <ul class="small marked">
          {rule.events.map((event) => (
            <li key={event.id}>
              <span>{event.id}</span> <span>{textIn(event.label, language)}</span>
            </li>
          ))}
        </ul>
      )}
      <ComputableField
        inputMode="numeric"
        name="events"
        label={words.events}
        hint={words.perEvent(String(rule.pointsPerEvent))}
        value={inputs['events']}
        required
      />
    </>
  );
}

export const eventDeduction: Editor<'event-deduction'> = {
  Fields,
  read(field) {
    const events = readComputable(field, 'events', readCount);
    return events === undefined ? {} : { events };
  },
};
