import type { ResultItem, ResultOption } from '../api/results.ts';
import { base, count, wholePercent } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { fullMarks, gradesOf, unscoredOf, whyNone } from './grades.ts';
import { scaleCss } from './scale-colours.ts';
import { resultsWords } from './words.ts';

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
      {items[0] && <ScaleLegend item={items[0]} />}
      {items.map((item) => (
        <ScaleBar key={item.id} item={item} />
      ))}
    </figure>
  );
}

function ScaleBar({ item }: { item: ResultItem }) {
  const words = useWords(resultsWords);
  const segments = segmentsOf(item);
  const slivers = segments.filter(({ percent }) => percent < LABELLED_FROM_PERCENT);
  return (
    <div class="scale-bar">
      <p class="scale-bar-head">
        <span>{item.topic}</span>
        <span class="nowrap">
          <b>
            <CalculatedNumber value={item.satisfaction} whenNone={whyNone(item, words)} />
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
      <Unscored item={item} />
    </div>
  );
}

/** Who chose what is not scored: beside the bar, which is of the others, and with how many answered in all. */
function Unscored({ item }: { item: ResultItem }) {
  const words = useWords(resultsWords);
  const chosen = unscoredOf(item).filter((option) => option.count > 0);
  if (chosen.length === 0) return null;
  return (
    <p class="scale-unscored small quiet">
      {chosen.map((option) => (
        <span key={option.id} class="nowrap">
          {option.label} {count(option.count)}
        </span>
      ))}
      <span class="nowrap">{words.answeredInAll(count(item.answered))}</span>
    </p>
  );
}

/** The grades that somebody chose, in the order of the scale. */
function segmentsOf(item: ResultItem): Segment[] {
  const grades = gradesOf(item);
  return grades
    .map((option, index) => {
      const whole = wholePercent(option.count, item.base);
      return {
        option,
        percent: item.base === 0 ? 0 : (100 * option.count) / item.base,
        colour: scaleCss(index, grades.length),
        label: `${whole === '0' ? '<1' : whole}%`,
      };
    })
    .filter(({ option }) => option.count > 0);
}

/** The scale's words in order, each grade with its colour and weight. */
function ScaleLegend({ item }: { item: ResultItem }) {
  const words = useWords(resultsWords);
  const grades = gradesOf(item);
  const full = fullMarks(item);
  return (
    <ul class="scale-legend small">
      {grades.map((option, index) => (
        <li key={option.id}>
          <Swatch index={index} steps={grades.length} />
          {option.label}
          <span class="quiet"> {option.weightWritten}</span>
        </li>
      ))}
      {full && <li class="quiet">{words.fullMarks(full)}</li>}
      {unscoredOf(item).map((option) => (
        <li key={option.id} class="quiet">
          {option.label} {words.unscored}
        </li>
      ))}
    </ul>
  );
}

export function Swatch({ index, steps }: { index: number; steps: number }) {
  return <i class="swatch" style={{ '--step': scaleCss(index, steps) }} />;
}
