import type { ResultOption } from '../api/results.ts';
import { scaleCss } from './scale-colours.ts';

/** The scale's words in order, each with its colour and weight. */
export function ScaleKey({ options }: { options: ResultOption[] }) {
  return (
    <ul class="scale-key small">
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
