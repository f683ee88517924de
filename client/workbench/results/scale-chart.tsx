import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ResultItem, ResultOption } from '../api/results.ts';
import { useWords } from '../language.tsx';
import { cssColour, type Rgb, rgbOf, scaleCss, scaleRgb } from './scale-colours.ts';
import { labelSegments } from './segment-labels.ts';
import { resultsWords } from './words.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const ROW_HEIGHT_PX = 58;

/** One stacked bar an item over the same scale, labels in the bar, satisfaction and n at the end. */
export function ScaleChart({ items }: { items: ResultItem[] }) {
  const words = useWords(resultsWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    const style = getComputedStyle(document.documentElement);
    const token = (name: string) => style.getPropertyValue(name).trim();
    const scale = [1, 2, 3, 4, 5].map((step) => rgbOf(token(`--scale-${step}`)));
    const options = items[0]?.options ?? [];
    const colours: Rgb[] = options.map((_, index) => scaleRgb(index, options.length, scale));
    const chart = new Chart(place, {
      type: 'bar',
      data: {
        labels: items.map((item) => item.topic),
        datasets: options.map((option, index) => ({
          label: option.label,
          data: items.map((item) => item.options[index]?.percent?.value ?? 0),
          backgroundColor: cssColour(colours[index] ?? [0, 0, 0]),
          borderColor: token('--paper'),
          borderWidth: { right: 1 },
          borderSkipped: false,
          barThickness: 24,
        })),
      },
      options: {
        indexAxis: 'y',
        animation: false,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: { top: 14 } },
        scales: {
          x: { stacked: true, display: false, min: 0, max: 100 },
          y: { stacked: true, display: false },
        },
      },
      plugins: [
        labelSegments(items, colours, {
          ink: token('--ink'),
          quiet: token('--ink-3'),
          font: style.fontFamily,
        }),
      ],
    });
    return () => chart.destroy();
  }, [items, theme]);
  return (
    <figure class="scale-chart">
      <ScaleLegend options={items[0]?.options ?? []} />
      <div class="scale-canvas" style={{ blockSize: `${items.length * ROW_HEIGHT_PX + 14}px` }}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={words.chartLabel(items.map((item) => item.topic))}
        />
      </div>
    </figure>
  );
}

/** Light or dark, as the reader's system has it now. */
function useTheme(): boolean {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const [isDark, setIsDark] = useState(dark.matches);
  useEffect(() => {
    const follow = () => setIsDark(dark.matches);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, []);
  return isDark;
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
  return <i class="swatch" style={{ background: scaleCss(index, steps) }} />;
}
