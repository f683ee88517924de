import { useEffect, useRef, useState } from 'preact/hooks';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';
import type { ArrivalSeries } from './arrival-bars.ts';
import type { Bars, drawBars } from './bar-chart.ts';
import { labelledBars, lineOf, tickLabels } from './bar-labels.ts';
import { useTimeInWords } from './time-of.ts';
import { arrivalsWords } from './words.ts';

/**
 * What came in as bars over time, valid below, the rest on it; says in a sentence what it shows. The size of its letters
 * is that of its place. Where the drawing cannot be had, `cannotDraw` is told and nothing is shown.
 */
export function ArrivalChart(props: {
  series: ArrivalSeries;
  /** Responses a day that would reach the plan; null where there is none to tell. */
  perDayNeeded?: number | null;
  cannotDraw?: () => void;
}) {
  const words = useWords(arrivalsWords);
  const terms = useWords(tradeTerms);
  const inWords = useTimeInWords();
  const { series, perDayNeeded = null, cannotDraw } = props;
  const { span, bars } = series;
  const line = lineOf(series, perDayNeeded);
  const withRest = bars.some(({ received, valid }) => received > valid);
  const canvas = useBars({
    series: [
      { name: terms.valid, values: bars.map(({ valid }) => valid) },
      ...(withRest
        ? [{ name: words.rest, values: bars.map(({ received, valid }) => received - valid) }]
        : []),
    ],
    names: bars.map(({ at }) => inWords(at, span)),
    ticks: (room) => tickLabels(series, room, words.now[span]),
    labelled: (allFit) => labelledBars(bars, allFit),
    isGoingOn: series.isGoingOn,
    line,
    cannotDraw,
  });
  const most = bars.reduce((high, bar) => (bar.received > high.received ? bar : high));
  return (
    <figure class="arrival-chart screen-only">
      <figcaption class="small quiet">
        <span>{words.axis[span]}</span>
        <span class="bar-key">{terms.valid}</span>
        {withRest && <span class="bar-key rest">{words.rest}</span>}
        {line !== undefined && <span class="bar-key line">{words.needed(count(line))}</span>}
      </figcaption>
      <div class="arrival-canvas">
        <canvas
          ref={canvas}
          role="img"
          aria-label={words.summary({
            span,
            bars: count(bars.length),
            received: count(bars.reduce((sum, { received }) => sum + received, 0)),
            most: count(most.received),
            at: inWords(most.at, span),
          })}
        />
      </div>
    </figure>
  );
}

type Drawn = ReturnType<typeof drawBars>;

/** Draws on the canvas, once what draws has come, and again whenever the bars or the colours of the screen change. */
function useBars({ cannotDraw, ...bars }: Bars & { cannotDraw: (() => void) | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Drawn>();
  const latest = useRef(bars);
  latest.current = bars;
  useEffect(() => {
    let chart: Drawn | undefined;
    let isGone = false;
    import('./bar-chart.ts').then(
      ({ drawBars }) => {
        if (isGone || !canvas.current) return;
        chart = drawBars(canvas.current, latest.current);
        setDrawn(chart);
      },
      // The server has a newer workbench by now, or is out of reach.
      () => isGone || cannotDraw?.(),
    );
    return () => {
      isGone = true;
      chart?.destroy();
    };
  }, []);
  // Compared by what they hold: every count of the page that comes in makes new ones.
  const content = JSON.stringify([bars.series, bars.names, bars.line, bars.isGoingOn]);
  useEffect(() => drawn?.update(latest.current, movesFreely()), [drawn, content]);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => drawn?.update(latest.current, false);
    dark.addEventListener('change', redraw);
    return () => dark.removeEventListener('change', redraw);
  }, [drawn]);
  return canvas;
}

const movesFreely = () => !matchMedia('(prefers-reduced-motion: reduce)').matches;
