import { sampleSize } from '../../../analysis/sample-size.ts';
import { compare, exact } from '../../../survey-definitions/fraction.ts';
import {
  MOST_POPULATION,
  SAMPLE_SIZE_RANGES,
  type SampleSize,
} from '../../../survey-definitions/survey.ts';
import { foldNumber } from '../../../survey-definitions/typed-text.ts';
import { countOf, textOf } from '../parts/form-values.ts';

/** The field in which a form holds the basis that was written into the plan, as JSON; blank for none. */
export const SAMPLE_SIZE = 'sampleSize';

/** A number that is typed for a sample size. */
export type SizePart = Exclude<keyof typeof SAMPLE_SIZE_RANGES, 'confidence'>;
/** Whether a share or a mean is to be known so exactly. */
export type SizeOf = 'share' | 'mean';

/** Name of a field of the helper. */
export const sizeField = (part: SizePart | 'confidence' | 'of'): string => `${SAMPLE_SIZE}.${part}`;

export const CONFIDENCES = ['90', '95', '99'] as const;

/** What stands in the helper before anybody typed: the most cautious share, and no design but a simple one. */
export const USUAL = {
  confidence: '95',
  margin: '5',
  share: '50',
  deviation: '25',
  designEffect: '1',
  returnRate: '',
} as const;

/** What was worked out, or the first field that holds no number it can be worked out from. */
export type WorkedOut = { size: SampleSize } | { lacking: SizePart | 'population' };

export function workedOut(form: FormData): WorkedOut {
  const isMean = textOf(form, sizeField('of')) === 'mean';
  const typed: SizePart[] = ['margin', isMean ? 'deviation' : 'share', 'designEffect'];
  const returnRate = foldNumber(textOf(form, sizeField('returnRate')), '%');
  const lacking = [...typed, ...(returnRate === '' ? [] : ['returnRate' as const])].find(
    (part) => numberIn(form, part) === undefined,
  );
  if (lacking) return { lacking };
  const population = countOf(form, 'population');
  if (population !== undefined && !(population >= 1 && population <= MOST_POPULATION))
    return { lacking: 'population' };
  const number = (part: SizePart) => numberIn(form, part) ?? '';
  const basis = {
    confidence: textOf(form, sizeField('confidence')) || USUAL.confidence,
    margin: number('margin'),
    ...(isMean ? { deviation: number('deviation') } : { share: number('share') }),
    designEffect: number('designEffect'),
    ...(population !== undefined && { population }),
    ...(returnRate !== '' && { returnRate: number('returnRate') }),
  };
  return { size: { ...basis, needed: sampleSize(basis) } };
}

/** The basis that was written into the plan of the form, as it stands there. */
export function sampleSizeIn(form: FormData): SampleSize | undefined {
  const text = String(form.get(SAMPLE_SIZE) ?? '');
  return text === '' ? undefined : JSON.parse(text);
}

const NUMBER = /^\d{1,9}(\.\d{1,9})?$|^\d{1,9}\/[1-9]\d{0,8}$/;

/** As it is typed, where it is within its range. */
function numberIn(form: FormData, part: SizePart): string | undefined {
  const text = foldNumber(textOf(form, sizeField(part)), '%');
  if (!NUMBER.test(text)) return undefined;
  const { min, max } = SAMPLE_SIZE_RANGES[part];
  const [number, least, most] = [exact(text), exact(min), exact(max)];
  return compare(number, least) >= 0 && compare(number, most) <= 0 ? text : undefined;
}
