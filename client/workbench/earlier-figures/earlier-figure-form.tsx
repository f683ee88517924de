import { FIGURE_RANGE, LONGEST_SOURCE } from '../../../survey-definitions/survey.ts';
import { foldNumber } from '../../../survey-definitions/typed-text.ts';
import { type EarlierFigure, earlierFigures, putEarlierFigure } from '../api/earlier-figures.ts';
import type { Evaluation } from '../api/evaluations.ts';
import { askNow, invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { EXACT, NumberField } from '../parts/number-field.tsx';
import { sharedWords } from '../parts/words.ts';
import { earlierFiguresWords } from './words.ts';

/** What was typed in of a group; nothing where it is known otherwise, or not at all. */
const typedOf = (figure: EarlierFigure | undefined) =>
  figure?.source?.kind === 'typed'
    ? { value: figure.value?.exact ?? '', source: figure.source.text }
    : undefined;

/** A group's figure of the year before, to be typed in with where it stands. */
export function EarlierFigureForm(props: {
  evaluation: Pick<Evaluation, 'id'>;
  figure: EarlierFigure;
  draft: string;
  close(): void;
}) {
  const words = useWords(earlierFiguresWords);
  const shared = useWords(sharedWords);
  const { evaluation, figure, draft, close } = props;
  const { queryKey, ...query } = earlierFigures(evaluation.id);
  const stored = typedOf(figure);
  const save = useMutation(async (form: FormData) => {
    await putEarlierFigure(evaluation.id, figure.group, {
      value: foldNumber(textOf(form, 'value'), '%'),
      source: textOf(form, 'source'),
    });
    invalidate(queryKey);
    close();
  });
  return (
    <Form
      draft={draft}
      stored={stored}
      storedBy={figure.source?.kind === 'typed' ? figure.source.author : undefined}
      storedNow={async () => {
        const now = await askNow({ queryKey, ...query });
        return typedOf(now?.items.find(({ group }) => group === figure.group));
      }}
      submit={save.mutate}
      problem={save.problem}
      actions={({ discard }) => (
        <>
          <button type="submit" class="button primary" aria-disabled={save.isPending}>
            {shared.save}
          </button>
          <CancelButton discard={discard} cancel={close} />
        </>
      )}
    >
      {figure.source?.kind === 'frozen' && <p class="small quiet">{words.beforeFrozen}</p>}
      <NumberField
        {...EXACT}
        name="value"
        label={words.value(figure.year)}
        unit="%"
        pattern="\d{1,3}(\.\d{1,16})?"
        {...FIGURE_RANGE}
        required
        defaultValue={stored?.value ?? ''}
      />
      <Field name="source" label={words.source} hint={words.sourceHint(figure.year)}>
        {(inputProps) => (
          <input
            {...inputProps}
            class="input"
            autocomplete="off"
            data-longest={LONGEST_SOURCE}
            required
            defaultValue={stored?.source ?? ''}
          />
        )}
      </Field>
    </Form>
  );
}
