import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { Progress, Survey } from '../api/surveys.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { useFault } from '../parts/form-faults.ts';
import { COUNT, NumberInput } from '../parts/number-field.tsx';
import { tradeTerms } from '../terms.ts';
import { type Entry, entryField, placesOf } from './read-handed-out.ts';
import { surveyWords } from './words.ts';

/** A line a point, a column a channel; where there are no points one line for the whole survey. */
export function Entries(props: {
  survey: Survey;
  progress: Progress;
  /** Leaves out the points of which nobody entered anything. */
  onlyEntered?: boolean;
  cell(entry: Entry, name: string): ComponentChildren;
}) {
  const words = useWords(surveyWords);
  const terms = useWords(tradeTerms);
  const { survey, progress, cell } = props;
  const { channels, points: places } = placesOf(survey, progress);
  const isEntered = (place: { id: string } | null) =>
    survey.handedOut.some(({ point }) => point === (place?.id ?? null));
  const points = props.onlyEntered ? places.filter(isEntered) : places;
  const nameOf = (point: { name: string } | null) => {
    if (point !== null) return point.name;
    return survey.points.length === 0 ? words.handedOut.whole : words.noPoint;
  };
  return (
    <DataTable
      class="entries"
      columns={[
        { label: terms.point },
        ...channels.map((each) => ({ label: terms.channels[each], kind: 'number' }) as const),
      ]}
      rows={points.map((point) => (
        <Row
          key={point?.id ?? ''}
          cells={[
            nameOf(point),
            ...channels.map((channel) => {
              const id = point?.id ?? null;
              const last = survey.handedOut.find(
                (each) => each.channel === channel && each.point === id,
              );
              return cell(
                { channel, point: id, last },
                words.handedOut.ofChannel(nameOf(point), terms.channels[channel]),
              );
            }),
          ]}
        />
      ))}
    />
  );
}

/** A number as it was entered last. */
export function Entered({ entry }: { entry: Entry }) {
  if (!entry.last) return <span class="quiet">—</span>;
  return (
    <>
      {count(entry.last.n)}
      <By entry={entry} />
    </>
  );
}

/** Who entered the number that stands, and when. */
export function By({ entry: { last } }: { entry: Entry }) {
  if (!last) return null;
  return (
    <span class="small quiet entered-by">
      <span class="nowrap">{minuteInChina(last.at)}</span> {last.author}
    </span>
  );
}

/** A number to be entered, named by its place for those who do not see the table. */
export function EntryInput({ entry, label }: { entry: Entry; label: string }) {
  const name = entryField(entry.channel, entry.point);
  const fault = useFault(name);
  const id = useId();
  return (
    <>
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <NumberInput
        {...COUNT}
        id={id}
        name={name}
        min={0}
        defaultValue={entry.last?.n ?? ''}
        {...(fault ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
      />
      {fault && (
        <span class="error small" id={`${id}-error`}>
          {fault}
        </span>
      )}
    </>
  );
}
