import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  type Plan,
  SAMPLE_SIZE_RANGES,
  type SampleSize,
} from '../../../survey-definitions/survey.ts';
import { useWords } from '../language.tsx';
import { FaultsContext } from '../parts/form-faults.ts';
import { exactNumber, NumberField } from '../parts/number-field.tsx';
import { SegmentedChoice } from '../parts/segmented-choice.tsx';
import {
  CONFIDENCES,
  SAMPLE_SIZE,
  type SizeOf,
  type SizePart,
  sizeField,
  USUAL,
  type WorkedOut,
  workedOut,
} from './sample-size.ts';
import { handOutFor, useSizeInWords } from './size-in-words.ts';
import { planningWords } from './words.ts';

/**
 * Works out how many are needed from how exact the result is to be, and writes that into the plan of the form: the number
 * into what is planned in all, what it rests on into a field of its own that `readPlan` reads.
 */
export function SampleSizeFields({ plan }: { plan?: Plan | undefined }) {
  const words = useWords(planningWords).sampleSize;
  const faults = useContext(FaultsContext);
  const stored = plan?.sampleSize;
  const field = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState(stored !== undefined);
  const [now, setNow] = useState<WorkedOut>();
  const [written, setWritten] = useState(textOf(stored));
  const isFaulty = Object.keys(faults).some((name) => name.startsWith(SAMPLE_SIZE));
  useEffect(() => {
    const form = field.current?.form;
    const typed = () => form && setNow(workedOut(new FormData(form)));
    form?.addEventListener('input', typed);
    form?.addEventListener('change', typed);
    typed();
    return () => {
      form?.removeEventListener('input', typed);
      form?.removeEventListener('change', typed);
    };
  }, []);
  const take = () => setWritten(field.current?.value ?? '');
  useLayoutEffect(take, [stored]);

  const keep = (size: SampleSize | undefined) => {
    const total = field.current?.form?.elements.namedItem('total');
    if (size && total instanceof HTMLInputElement) total.value = String(handOutFor(size));
    if (!field.current) return;
    field.current.value = textOf(size);
    take();
    // The form listens for what is typed.
    field.current.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return (
    <details
      class="sample-size"
      open={open || isFaulty}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{words.title}</summary>
      <p class="small quiet">{words.what}</p>
      <textarea
        ref={field}
        name={SAMPLE_SIZE}
        aria-label={words.written}
        data-in-short={stored ? String(stored.needed) : ''}
        hidden
        defaultValue={textOf(stored)}
        onChange={take}
      />
      <SizeFields stored={stored} />
      <Result now={now} write={keep} />
      {written && <Written size={JSON.parse(written)} remove={() => keep(undefined)} />}
    </details>
  );
}

const textOf = (size: SampleSize | undefined): string => (size ? JSON.stringify(size) : '');

/** What a sample size is worked out from; the population is the form's own. */
function SizeFields({ stored }: { stored: SampleSize | undefined }) {
  const words = useWords(planningWords).sampleSize;
  const first: SizeOf = stored?.deviation === undefined ? 'share' : 'mean';
  const [of, setOf] = useState<SizeOf>(first);
  const confidence = String(stored?.confidence ?? USUAL.confidence);
  const number = (part: SizePart, unit: string | null, hint?: string) => (
    <NumberField
      {...exactNumber()}
      autocomplete="off"
      name={sizeField(part)}
      label={words[part]}
      {...(hint ? { hint } : {})}
      {...SAMPLE_SIZE_RANGES[part]}
      unit={unit}
      defaultValue={stored?.[part] ?? USUAL[part]}
    />
  );
  return (
    <div class="size-fields">
      <SegmentedChoice<SizeOf>
        name={sizeField('of')}
        label={words.of}
        choices={(['share', 'mean'] as const).map((value) => ({
          value,
          label: words.ofWhat[value],
        }))}
        initial={first}
        onChange={setOf}
      />
      <SegmentedChoice<string>
        name={sizeField('confidence')}
        label={words.confidence}
        choices={[...new Set([...CONFIDENCES, confidence])].map((value) => ({
          value,
          label: `${value}%`,
        }))}
        initial={confidence}
        onChange={() => {}}
      />
      <div class="pair">
        {number('margin', words.points[of])}
        {number('returnRate', '%', words.returnRateHint)}
      </div>
      <div class="pair">
        {/* Both stay in the form, so that what is typed into one survives a look at the other. */}
        <div hidden={of !== 'share'}>{number('share', '%', words.shareHint)}</div>
        <div hidden={of !== 'mean'}>
          {number('deviation', words.points.mean, words.deviationHint)}
        </div>
        {number('designEffect', null, words.designEffectHint)}
      </div>
    </div>
  );
}

/** What follows from the fields as they stand, or what is lacking. */
function Result(props: { now: WorkedOut | undefined; write(size: SampleSize): void }) {
  const words = useWords(planningWords).sampleSize;
  const inWords = useSizeInWords();
  const { now } = props;
  const lackingInWords = (part: SizePart | 'population') => {
    if (part === 'population') return words.lackingPopulation;
    const { min, max } = SAMPLE_SIZE_RANGES[part];
    return words.lacking(words.part[part], min, max);
  };
  if (!now) return null;
  const size = 'size' in now ? now.size : undefined;
  return (
    <>
      <p class="size-result" role="status">
        {'size' in now ? inWords(now.size) : lackingInWords(now.lacking)}
      </p>
      {size && size.population === undefined && <p class="small quiet">{words.noPopulation}</p>}
      {size && (
        <button type="button" class="button" onClick={() => props.write(size)}>
          {words.write}
        </button>
      )}
    </>
  );
}

/** What stands in the plan of the form as its basis. */
function Written(props: { size: SampleSize; remove(): void }) {
  const words = useWords(planningWords).sampleSize;
  const inWords = useSizeInWords();
  return (
    <p class="small size-written">
      <b>{words.written}</b> {inWords(props.size)}{' '}
      <button type="button" class="link-button" onClick={props.remove}>
        {words.remove}
      </button>
    </p>
  );
}
