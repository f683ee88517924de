import type { Progress } from '../api/surveys.ts';
import { count, wholePercent } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { stepsInOrder } from './steps-in-order.ts';
import { surveyWords } from './words.ts';

/** How many of those who opened the form began, and how many of these sent it: where people stop. */
export function FormSteps({ progress }: { progress: Progress }) {
  const words = useWords(surveyWords).steps;
  const steps = stepsInOrder(progress.steps);
  const most = Math.max(0, ...steps.map(({ n }) => n));
  if (most === 0) return <p class="small quiet reading">{words.nobody}</p>;
  return (
    <>
      <DataTable
        class="step-table"
        size="small"
        columns={[
          { label: words.step },
          { label: words.devices, kind: 'number' },
          { label: words.ofBefore, kind: 'number' },
          { label: words.stopped, kind: 'number' },
        ]}
        rows={steps.map(({ step, n, before, stopped }) => (
          <Row
            key={step}
            cells={[
              <>
                {words.names[step]}
                <i class="step-bar" style={{ inlineSize: `${(100 * n) / most}%` }} />
              </>,
              count(n),
              before === undefined || n > before ? '' : (percent(n, before) ?? ''),
              stopped === undefined ? '' : count(stopped),
            ]}
          />
        ))}
      />
      <p class="small quiet reading">{words.note}</p>
    </>
  );
}

function percent(n: number, before: number): string | undefined {
  const whole = wholePercent(n, before);
  return whole === null ? undefined : `${whole}%`;
}
