import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  type Plugin,
  Tooltip,
} from 'chart.js';

// Loaded when the first chart is drawn, and made of Chart.js alone: nothing that the screens hold already comes twice.

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** What is drawn, in words that are ready to be shown. */
export interface Bars {
  /** The lower part of each bar, and what stands on it. */
  series: readonly { name: string; values: readonly number[] }[];
  /** What the tooltip calls each bar. */
  names: readonly string[];
  /** Below the bars where so many labels find room; as many as there are bars, some of them empty. */
  ticks(room: number): readonly string[];
  /** Which bars say their number above them. */
  labelled(allFit: boolean): ReadonlySet<number>;
  /** The last one is not over yet. */
  isGoingOn: boolean;
  /** How high a dashed line stands across. */
  line: number | undefined;
}

/** In widths of a letter: a label such as 11-21 with room beside it. */
const TICK_LETTERS = 6;

interface Look {
  colours: readonly string[];
  ink: string;
  quiet: string;
  hairline: string;
  ground: string;
  font: { family: string; size: number };
}

/** The colours and letters of the place that the canvas stands in, as they are now. */
function lookOf(canvas: HTMLCanvasElement): Look {
  const style = getComputedStyle(canvas);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    colours: [token('--accent'), token('--bar-rest')],
    ink: token('--ink'),
    quiet: token('--ink-3'),
    hairline: token('--hairline'),
    ground: token('--paper'),
    font: { family: style.fontFamily, size: Number.parseFloat(style.fontSize) },
  };
}

/** Bars on a canvas that follow its size; drawn anew with `update`, in the colours of that moment. */
export function drawBars(canvas: HTMLCanvasElement, first: Bars) {
  let bars = first;
  let look = lookOf(canvas);
  const letters = () => look.font.size * 0.6;
  const chart = new Chart<'bar', number[], string>(canvas, {
    type: 'bar',
    data: { labels: [], datasets: [] },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: look.font.size * 1.75 } },
    },
    plugins: [
      { id: 'numbers', afterDatasetsDraw: (drawn) => drawNumbers(drawn, bars, look) },
      { id: 'line', beforeDatasetsDraw: (drawn) => drawLine(drawn, bars, look) },
    ] satisfies Plugin<'bar'>[],
  });
  const highest = () =>
    Math.max(0, ...bars.names.map((_, index) => totalOf(bars, index)), bars.line ?? 0);
  const update = (next: Bars, animate: boolean) => {
    bars = next;
    look = lookOf(canvas);
    chart.data = {
      labels: [...bars.names],
      datasets: bars.series.map(({ name, values }, index) => ({
        label: name,
        data: [...values],
        backgroundColor: look.colours[index],
        stack: 'all',
        categoryPercentage: 1,
        barPercentage: values.length > 45 ? 0.9 : 0.8,
        maxBarThickness: 44,
        minBarLength: 0,
        // Tells the parts of a bar apart by more than their colour.
        borderColor: look.ground,
        borderWidth: index === 0 ? 0 : { bottom: 1 },
        borderSkipped: false,
      })),
    };
    Object.assign(chart.options, {
      animation: animate && { duration: 250 },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { color: look.quiet },
          ticks: {
            autoSkip: false,
            maxRotation: 0,
            color: look.quiet,
            font: look.font,
            callback: (_: unknown, index: number) =>
              bars.ticks(Math.floor(chart.width / (letters() * TICK_LETTERS)))[index] ?? '',
          },
        },
        y: {
          stacked: true,
          beginAtZero: true,
          suggestedMax: Math.max(4, highest()),
          border: { display: false },
          grid: { color: look.hairline, drawTicks: false },
          ticks: { precision: 0, maxTicksLimit: 5, color: look.quiet, font: look.font, padding: 6 },
        },
      },
    });
    Object.assign(chart.options.plugins ?? {}, {
      tooltip: {
        backgroundColor: look.ink,
        titleColor: look.ground,
        bodyColor: look.ground,
        titleFont: look.font,
        bodyFont: look.font,
        cornerRadius: 2,
        boxPadding: 4,
      },
    });
    chart.update(animate ? undefined : 'none');
  };
  update(first, false);
  return { update, destroy: () => chart.destroy() };
}

const totalOf = (bars: Bars, index: number) =>
  bars.series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);

function drawNumbers(chart: Chart<'bar'>, bars: Bars, look: Look): void {
  const { ctx } = chart;
  const slot = chart.chartArea.width / Math.max(1, bars.names.length);
  const texts = bars.names.map((_, index) => totalOf(bars, index).toLocaleString('en-US'));
  ctx.save();
  ctx.font = `${look.font.size}px ${look.font.family}`;
  ctx.textBaseline = 'bottom';
  const widest = Math.max(0, ...texts.map((text) => ctx.measureText(text).width));
  const columns = chart.getDatasetMeta(bars.series.length - 1).data;
  for (const index of bars.labelled(widest + 4 < slot)) {
    const [column, text] = [columns[index], texts[index]];
    if (column === undefined || text === undefined) continue;
    const half = ctx.measureText(text).width / 2;
    // At the edge of the chart a number moves inwards rather than being cut.
    const x = Math.min(Math.max(column.x, half), chart.width - half);
    const isNow = bars.isGoingOn && index === texts.length - 1;
    ctx.fillStyle = isNow ? look.ink : look.quiet;
    ctx.textAlign = 'center';
    ctx.fillText(text, x, column.y - 2);
  }
  ctx.restore();
}

function drawLine(chart: Chart<'bar'>, bars: Bars, look: Look): void {
  if (bars.line === undefined) return;
  const y = chart.scales['y']?.getPixelForValue(bars.line) ?? 0;
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.strokeStyle = look.quiet;
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(chartArea.left, y);
  ctx.lineTo(chartArea.right, y);
  ctx.stroke();
  ctx.restore();
}
