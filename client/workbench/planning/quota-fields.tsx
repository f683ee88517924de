import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { itemsOf } from '../../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { LONGEST_NAME, type Plan } from '../../../survey-definitions/survey.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { FaultsContext } from '../parts/form-faults.ts';
import { COUNT, exactNumber, NumberField } from '../parts/number-field.tsx';
import { OF_QUESTIONNAIRE, percentOf, quotaField, sumOfShares } from './quotas.ts';
import { planningWords } from './words.ts';

type SingleItem = Extract<ReturnType<typeof itemsOf>[number], { type: 'single' }>;

/**
 * How many valid responses of each kind are wanted, and what is known of the population, by the options of the
 * questionnaire's single-choice items; read by `readQuotas`. Whatever is left blank is neither.
 */
export function QuotaFields(props: { questionnaire: Questionnaire; plan?: Plan | undefined }) {
  const words = useWords(planningWords).quotas;
  const { questionnaire, plan = { total: 0 } } = props;
  const faults = useContext(FaultsContext);
  const items = itemsOf(questionnaire).filter((item): item is SingleItem => item.type === 'single');
  const isGiven = [...(plan.quotas ?? []), ...(plan.shares ?? [])].length > 0;
  const isFaulty = Object.keys(faults).some((name) => /^(quota|share)\./.test(name));
  const [open, setOpen] = useState(isGiven);
  if (items.length === 0) return null;
  return (
    <details
      class="quota-fields"
      open={open || isFaulty}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{words.title}</summary>
      <p class="small quiet">{words.what}</p>
      <input type="hidden" name={OF_QUESTIONNAIRE} value={JSON.stringify(namesOf(items))} />
      {items.map((item) => (
        <OneItem key={item.id} item={item} plan={plan} />
      ))}
    </details>
  );
}

const namesOf = (items: readonly SingleItem[]) =>
  items.map(({ id, options }) => ({ id, options: options.map((option) => option.id) }));

function OneItem({ item, plan }: { item: SingleItem; plan: Plan }) {
  const words = useWords(planningWords).quotas;
  const say = useSurveyText();
  const quota = plan.quotas?.find((one) => one.item === item.id);
  const known = plan.shares?.find((one) => one.item === item.id);
  const place = useRef<HTMLFieldSetElement>(null);
  const [sum, setSum] = useState<string>();
  useEffect(() => {
    const form = place.current?.closest('form');
    const typed = () => form && setSum(sumOfShares(new FormData(form), item));
    form?.addEventListener('input', typed);
    typed();
    return () => form?.removeEventListener('input', typed);
  }, [item.id]);
  return (
    <fieldset class="fields quota-item" ref={place}>
      <legend>{say(item.topic)}</legend>
      {item.options.map((option) => {
        const label = say(option.label);
        return (
          <div class="pair" key={option.id}>
            <NumberField
              {...COUNT}
              name={quotaField('quota', item.id, option.id)}
              label={words.quotaOf(label)}
              min={1}
              defaultValue={quota?.options.find(({ id }) => id === option.id)?.n ?? ''}
            />
            <NumberField
              {...exactNumber()}
              autocomplete="off"
              name={quotaField('share', item.id, option.id)}
              label={words.shareOf(label)}
              unit="%"
              defaultValue={percentOf(known?.options.find(({ id }) => id === option.id)?.share)}
            />
          </div>
        );
      })}
      {sum !== undefined && (
        <p class="small quiet" role="status">
          {words.sum(sum)}
        </p>
      )}
      <div>
        <label class="choice">
          <input
            type="checkbox"
            name={quotaField('ends', item.id)}
            value="1"
            defaultChecked={quota?.endsWhenFull === true}
          />
          <span>{words.ends}</span>
        </label>
        <p class="small quiet">{words.endsHint}</p>
      </div>
      <Field name={quotaField('source', item.id)} label={words.source} hint={words.sourceHint}>
        {(inputProps) => (
          <input
            {...inputProps}
            class="input"
            autocomplete="off"
            data-longest={LONGEST_NAME}
            defaultValue={known?.source ?? ''}
          />
        )}
      </Field>
    </fieldset>
  );
}
