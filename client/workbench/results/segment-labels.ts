import type { Chart, Plugin } from 'chart.js';
import type { ResultItem } from '../api/results.ts';
import { count, wholePercent } from '../format.ts';
import { cssColour, type Rgb, readableOn } from './scale-colours.ts';

interface LabelStyle {
  ink: string;
  quiet: string;
  font: string;
}

/** Writes into and above the bars of a scale chart what a legend and an axis would say. */
export function labelSegments(
  items: ResultItem[],
  colours: readonly Rgb[],
  style: LabelStyle,
): Plugin<'bar'> {
  return {
    id: 'segment-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.textBaseline = 'middle';
      items.forEach((item, row) => {
        drawHeading(chart, item, row, style);
        drawShares(chart, item, row, colours, style);
      });
      ctx.restore();
    },
  };
}

/** Topic to the left, satisfaction and base to the right, above the bar. */
function drawHeading(chart: Chart, item: ResultItem, row: number, style: LabelStyle): void {
  const { ctx, chartArea } = chart;
  const bar = chart.getDatasetMeta(0).data[row];
  if (!bar) return;
  const y = bar.y - 24;
  ctx.textAlign = 'right';
  ctx.font = `400 13px ${style.font}`;
  ctx.fillStyle = style.quiet;
  const base = `n = ${count(item.base)}`;
  ctx.fillText(base, chartArea.right, y);
  const baseWidth = ctx.measureText(base).width;
  ctx.font = `600 16px ${style.font}`;
  ctx.fillStyle = style.ink;
  const value = item.satisfaction?.display ?? '—';
  ctx.fillText(value, chartArea.right - baseWidth - 10, y);
  const taken = baseWidth + 10 + ctx.measureText(value).width + 12;
  ctx.textAlign = 'left';
  ctx.font = `400 16px ${style.font}`;
  const room = chartArea.right - chartArea.left - taken;
  ctx.fillText(ellipsize(ctx, item.topic, room), chartArea.left, y);
}

/** The share in whole percents inside each segment that has room for it. */
function drawShares(
  chart: Chart,
  item: ResultItem,
  row: number,
  colours: readonly Rgb[],
  style: LabelStyle,
): void {
  const { ctx } = chart;
  ctx.textAlign = 'center';
  ctx.font = `400 13px ${style.font}`;
  item.options.forEach((option, index) => {
    const segment = chart.getDatasetMeta(index).data[row];
    const colour = colours[index];
    const share = wholePercent(option.count, item.base);
    if (!segment || !colour || share === null) return;
    const { base, x, y } = segment.getProps(['base', 'x', 'y'], true) as Record<string, number>;
    const label = `${share}%`;
    const width = Math.abs((x ?? 0) - (base ?? 0));
    if (ctx.measureText(label).width + 8 > width) return;
    ctx.fillStyle = cssColour(readableOn(colour));
    ctx.fillText(label, ((x ?? 0) + (base ?? 0)) / 2, (y ?? 0) + 1);
  });
}

function ellipsize(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && ctx.measureText(`${characters.join('')}…`).width > room) {
    characters.pop();
  }
  return `${characters.join('')}…`;
}
