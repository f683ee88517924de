import type { ResultItem, ResultOption } from '../api/results.ts';
import { base, wholePercent } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { sharedWords } from '../parts/words.ts';
import { scaleCss } from './scale-colours.ts';

/** A segment of fewer percents has no room for its label on the narrowest phone; it is named below its bar. */
const LABELLED_FROM_PERCENT = 8;

interface Segment {
  option: ResultOption;
  percent: number;
  colour: string;
  /** "47%"; "<1%" where somebody chose it and no whole percent comes of it. */
  label: string;
}

/** One stacked bar an item over the same scale, labels in the bar, satisfaction and n at the end. */
export function ScaleChart({ items }: { items: ResultItem[] }) {
  return (
    <figure class="scale-chart">
      <ScaleLegend options={items[0]?.options ?? []} />
      {items.map((item) => (
        <ScaleBar key={item.id} item={item} />
      ))}
    </figure>
  );
}

function ScaleBar({ item }: { item: ResultItem }) {
  const shared = useWords(sharedWords);
  const segments = segmentsOf(item);
  const slivers = segments.filter(({ percent }) => percent < LABELLED_FROM_PERCENT);
  return (
    <div class="scale-bar">
      <p class="scale-bar-head">
        <span>{item.topic}</span>
        <span class="nowrap">
          <b>
            <CalculatedNumber value={item.satisfaction} whenNone={shared.none.answers} />
          </b>{' '}
          <span class="small quiet">{base(item.base)}</span>
        </span>
      </p>
      <div
        class="scale-segments"
        role="img"
        aria-label={segments.map(({ option, label }) => `${option.label} ${label}`).join(', ')}
      >
        {segments.map(({ option, percent, colour, label }) => (
          <i key={option.id} style={{ inlineSize: `${percent}%`, '--step': colour }}>
            {percent >= LABELLED_FROM_PERCENT && label}
          </i>
        ))}
      </div>
      {slivers.length > 0 && (
        <p class="scale-slivers small quiet" aria-hidden="true">
          {slivers.map(({ option, label }) => (
            <span key={option.id} class="nowrap">
              {option.label} {label}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** What somebody chose, in the order of the scale. */
function segmentsOf({ options, base: answered }: ResultItem): Segment[] {
  return options
    .map((option, index) => {
      const whole = wholePercent(option.count, answered);
      return {
        option,
        percent: answered === 0 ? 0 : (100 * option.count) / answered,
        colour: scaleCss(index, options.length),
        label: `${whole === '0' ? '<1' : whole}%`,
      };
    })
    .filter(({ option }) => option.count > 0);
}

/** The scale's words in order, each with its colour and weight. */
function ScaleLegend({ options }: { options: ResultOption[] }) {
  return (
    <ul class="scale-legend small">
      {options.map((option, index) => (
        <li key={option.id}>
          <Swatch index={index} steps={options.length} />
          {option.label}
          {option.weight !== undefined && <span class="quiet"> {option.weight}</span>}
        </li>
      ))}
    </ul>
  );
}

export function Swatch({ index, steps }: { index: number; steps: number }) {
  return <i class="swatch" style={{ '--step': scaleCss(index, steps) }} />;
}
