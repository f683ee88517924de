import { useState } from 'preact/hooks';
import { cellsOf } from '../../../../analysis/scoring/cells.ts';
import { baseData } from '../../api/base-data.ts';
import { useEvaluation } from '../../current-evaluation.ts';
import { useQuery } from '../../data/use-query.ts';
import { useWords } from '../../language.tsx';
import { ExpressionField } from '../../parts/expression-field.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { SegmentedChoice } from '../../parts/segmented-choice.tsx';
import { baseDataPath } from '../../paths.ts';
import { tradeTerms } from '../../terms.ts';
import { expressionOf } from './computable.ts';
import { editorsWords } from './words.ts';

type How = 'typed' | 'computed';

/** A number that a scorer types, or that is computed from base data: both are there, so that neither is lost where somebody looks at the other. */
export function ComputableField(props: {
  name: string;
  label: string;
  hint?: string;
  value: unknown;
  unit?: string | null;
  inputMode: 'numeric' | 'decimal';
  pattern?: string;
  placeholder?: string;
  required?: boolean;
}) {
  const words = useWords(editorsWords);
  const { name, value, required, unit, label } = props;
  const expression = expressionOf(value);
  const [how, setHow] = useState<How>(expression === undefined ? 'typed' : 'computed');
  const isTyped = how === 'typed';
  return (
    <div class="computable">
      <div hidden={!isTyped}>
        <NumberField
          name={name}
          label={label}
          {...(props.hint ? { hint: props.hint } : {})}
          {...(unit === undefined ? {} : { unit })}
          {...(props.placeholder ? { placeholder: props.placeholder } : {})}
          inputMode={props.inputMode}
          autocomplete="off"
          // What is wrong with a number that is not looked at keeps nobody from going on.
          pattern={
            isTyped ? (props.pattern ?? (props.inputMode === 'numeric' ? '\\d+' : '.*')) : '.*'
          }
          defaultValue={expression !== undefined || value === undefined ? '' : String(value)}
          required={isTyped && required === true}
        />
      </div>
      <div hidden={isTyped}>
        <Expression
          name={`${name} expression`}
          label={words.expression(label)}
          value={expression ?? ''}
          unit={unit ?? null}
          required={!isTyped && required === true}
          hint={props.hint}
        />
      </div>
      <SegmentedChoice<How>
        name={`${name} how`}
        label={words.how(label)}
        labelHidden
        choices={[
          { value: 'typed', label: words.typed },
          { value: 'computed', label: words.computed },
        ]}
        initial={expression === undefined ? 'typed' : 'computed'}
        onChange={setHow}
      />
    </div>
  );
}

function Expression(props: {
  name: string;
  label: string;
  value: string;
  unit: string | null;
  required: boolean;
  hint: string | undefined;
}) {
  const words = useWords(editorsWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const { hint, ...field } = props;
  const loaded = useQuery(baseData(id));
  const cells = cellsOf(loaded.data ?? { cells: [] });
  return (
    <>
      <ExpressionField {...field} cells={cells} />
      <p class="small quiet">
        {hint && `${hint} `}
        {words.example} <a href={baseDataPath(id)}>{terms.baseData}</a>
      </p>
    </>
  );
}
