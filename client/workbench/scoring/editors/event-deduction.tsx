import { textIn } from '../../../../survey-definitions/wording.ts';
import { useLanguage } from '../../language.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';

function Fields({ rule, inputs }: FieldsProps<'event-deduction'>) {
  const { words, language } = useLanguage();
  return (
    <>
      {rule.events && (
        <ul class="small dashes">
          {rule.events.map((event) => (
            <li key={event.id}>
              {event.id} {textIn(event.label, language)}
            </li>
          ))}
        </ul>
      )}
      <NumberField
        label={words.editors.events}
        hint={words.editors.perEvent(String(rule.pointsPerEvent))}
        name="events"
        type="number"
        min={0}
        step={1}
        defaultValue={String(inputs['events'] ?? '')}
        required
      />
    </>
  );
}

export const eventDeduction: Editor<'event-deduction'> = {
  Fields,
  read: (field) => (field('events') === '' ? {} : { events: Number(field('events')) }),
};
