import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import {
  type Phase,
  type Plan,
  type PlannedChannel,
  SAMPLINGS,
  type SurveyAccess,
} from '../../../survey-definitions/survey.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { COUNT, NumberField } from '../parts/number-field.tsx';
import { SegmentedChoice } from '../parts/segmented-choice.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { SampleSizeFields } from './sample-size-fields.tsx';
import { planningWords } from './words.ts';

/** How many are to be handed out, in all and by channel, with a helper that works it out; read by `readPlan`. */
export function PlanFields({ plan }: { plan?: Plan }) {
  const words = useWords(planningWords);
  const terms = useWords(tradeTerms);
  const ofChannel = (channel: PlannedChannel) => (
    <NumberField
      {...COUNT}
      name={channel}
      label={words.ofThem(terms.channels[channel])}
      min={0}
      defaultValue={plan?.byChannel?.[channel] ?? ''}
    />
  );
  return (
    <>
      <div class="pair">
        <NumberField
          {...COUNT}
          name="total"
          label={words.total}
          min={1}
          required
          defaultValue={plan?.total ?? ''}
        />
        {ofChannel('online')}
        {ofChannel('paper')}
      </div>
      <SampleSizeFields plan={plan} />
    </>
  );
}

export function PhaseField(props: { isAsked: boolean; initial?: Phase }) {
  const words = useWords(planningWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { isAsked, initial = 'formal' } = props;
  const [phase, setPhase] = useState<Phase>(initial);
  return (
    <div>
      <SegmentedChoice<Phase>
        name="phase"
        label={words.phase}
        choices={[
          { value: 'formal', label: terms.phases.formal },
          { value: 'pilot', label: terms.phases.pilot },
        ]}
        initial={initial}
        onChange={setPhase}
      />
      <p class="small quiet">{isAsked ? words.phaseHint[phase] : shared.feeds.notAsked}</p>
    </div>
  );
}

/** Who may answer, and whether a browser has to work for it first; read from the form as `access` and `proofOfWork`. */
export function AccessFields(props: { access?: SurveyAccess; proofOfWork?: boolean }) {
  const words = useWords(planningWords);
  const shared = useWords(sharedWords);
  const { access: initial = 'open', proofOfWork = false } = props;
  const [access, setAccess] = useState<SurveyAccess>(initial);
  return (
    <>
      <div>
        <SegmentedChoice<SurveyAccess>
          name="access"
          label={words.access}
          choices={[
            { value: 'open', label: shared.protection.ways.open },
            { value: 'code', label: shared.protection.ways.code },
          ]}
          initial={initial}
          onChange={setAccess}
        />
        <p class="small quiet">{shared.protection.means[access]}</p>
      </div>
      <div>
        <label class="choice">
          <input type="checkbox" name="proofOfWork" value="1" defaultChecked={proofOfWork} />
          <span>{words.proofOfWork}</span>
        </label>
        <p class="small quiet">{words.proofOfWorkHint}</p>
      </div>
    </>
  );
}

type Times = Partial<Record<'opensAt' | 'closesAt', string | null>>;

/** When it begins and ends, in Beijing time; of what cannot be changed now there is no field. */
export function PeriodFields(props: { times?: Times; fixed?: readonly string[] }) {
  const words = useWords(planningWords);
  const shared = useWords(sharedWords);
  const { times = {}, fixed = [] } = props;
  return (
    <div class="pair">
      {(['opensAt', 'closesAt'] as const)
        .filter((name) => !fixed.includes(name))
        .map((name) => (
          <Field
            key={name}
            name={name}
            label={shared.inBeijingTime(words[name])}
            hint={words.timeHint}
          >
            {(inputProps) => (
              <input
                {...inputProps}
                class="input"
                autocomplete="off"
                defaultValue={times[name] ? minuteInChina(times[name]) : ''}
              />
            )}
          </Field>
        ))}
    </div>
  );
}

export function PopulationFields(props: { population?: number | null; sampling?: string | null }) {
  const words = useWords(planningWords);
  const terms = useWords(tradeTerms);
  return (
    <div class="pair">
      <NumberField
        {...COUNT}
        name="population"
        label={words.population}
        hint={words.mayStayEmpty}
        min={0}
        defaultValue={props.population ?? ''}
      />
      <Field name="sampling" label={words.sampling} hint={words.mayStayEmpty}>
        {(inputProps) => (
          <select {...inputProps} class="input">
            <option value="">—</option>
            {SAMPLINGS.map((sampling) => (
              <option
                key={sampling}
                value={sampling}
                // As the fields of a form are read while nobody has typed.
                ref={(option) => {
                  if (option) option.defaultSelected = sampling === props.sampling;
                }}
              >
                {terms.samplings[sampling]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
