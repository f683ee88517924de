import { display } from '../../../../analysis/rounding.ts';
import { exact, multiply } from '../../../../survey-definitions/fraction.ts';
import type { RuleOf } from '../../../../survey-definitions/scoring-rule.ts';
import { LONGEST_REASON } from '../../../../survey-definitions/survey.ts';
import type { Language } from '../../../../survey-definitions/text.ts';
import { textIn } from '../../../../survey-definitions/wording.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { ChoiceGroup } from '../../parts/choice-group.tsx';
import { Field } from '../../parts/field.tsx';
import { inLanguage } from '../../translation.ts';
import { expressionOf, readComputable } from './computable.ts';
import { ComputableField } from './computable-field.tsx';
import type { Editor, FieldsProps, Inputs, ReadField, Unexplained } from './editor.ts';
import { editorsWords } from './words.ts';

type Rule = RuleOf<'checklist'>;

/** Each entry met, partly met with a credit and a reason, or not met; a veto that holds takes all points. */
function Fields({ rule, inputs, weight }: FieldsProps<'checklist'>) {
  const words = useWords(editorsWords);
  const { language } = useLanguage();
  const entered = (part: string, id: string) => {
    const values = inputs[part];
    return typeof values === 'object' && values !== null ? Reflect.get(values, id) : undefined;
  };
  return (
    <>
      {rule.items.map((item) => (
        <Entry
          key={item.id}
          id={item.id}
          label={textIn(item.label, language)}
          points={words.points(pointsOf(item, weight))}
          credit={entered('credit', item.id)}
          reason={entered('reasons', item.id)}
        />
      ))}
      {rule.veto?.map((veto) => (
        <label key={veto.id} class="choice veto">
          <input
            type="checkbox"
            name={`veto ${veto.id}`}
            value="yes"
            defaultChecked={entered('veto', veto.id) === true}
          />
          <span>
            {veto.id} {textIn(veto.label, language)} <span class="quiet">{words.veto}</span>
          </span>
        </label>
      ))}
    </>
  );
}

/** What an entry is worth at most, in points with two decimals. */
function pointsOf(item: Rule['items'][number], weight: string): string {
  const points = 'points' in item ? exact(item.points) : multiply(exact(item.share), exact(weight));
  return display(points, 2);
}

function Entry(props: {
  id: string;
  label: string;
  points: string;
  credit: unknown;
  reason: unknown;
}) {
  const words = useWords(editorsWords);
  const { id, label, points, credit, reason } = props;
  const given =
    credit === undefined ? '' : expressionOf(credit) === undefined ? String(credit) : 'computed';
  const now = given === '' || given === '0' || given === '1' ? given : 'part';
  return (
    <ChoiceGroup
      name={`met ${id}`}
      class="entry"
      legend={
        <>
          {id} {label} <span class="quiet small">{points}</span>
        </>
      }
    >
      <div class="segments">
        {(['1', 'part', '0'] as const).map((met) => (
          <label key={met}>
            <input
              type="radio"
              name={`met ${id}`}
              value={met}
              defaultChecked={now === met}
              required
            />
            <span>{words.credits[met]}</span>
          </label>
        ))}
      </div>
      <div class="entry-part">
        <ComputableField
          inputMode="decimal"
          label={words.credit}
          name={`part ${id}`}
          placeholder="0.5"
          value={now === 'part' ? credit : undefined}
        />
        <Field name={`reason ${id}`} label={words.reason}>
          {(inputProps) => (
            <textarea
              {...inputProps}
              class="input"
              rows={2}
              data-longest={LONGEST_REASON}
              defaultValue={typeof reason === 'string' ? reason : ''}
            />
          )}
        </Field>
      </div>
    </ChoiceGroup>
  );
}

/** An item left alone has no credit entered; a reason stays only where the credit is partial. */
function read(field: ReadField, rule: Rule): Inputs {
  const credit: Record<string, string | number | { expression: string }> = {};
  const reasons: Record<string, string> = {};
  for (const { id } of rule.items) {
    const met = field(`met ${id}`);
    if (met === '') continue;
    credit[id] = met === 'part' ? readComputable(field, `part ${id}`, String) : Number(met);
    if (met === 'part' && field(`reason ${id}`) !== '') reasons[id] = field(`reason ${id}`);
  }
  const veto = Object.fromEntries(
    (rule.veto ?? []).map(({ id }) => [id, field(`veto ${id}`) === 'yes']),
  );
  return {
    credit,
    ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
    ...(rule.veto ? { veto } : {}),
  };
}

/** How many entries are met, and partly met beside them, or that a veto holds. */
function judgement(rule: Rule, inputs: Inputs, language: Language): string {
  const words = inLanguage(editorsWords, language);
  const vetoed = Object.values(inputs['veto'] ?? {}).some((holds) => holds === true);
  if (vetoed) return words.vetoed;
  // How far by an expression, its trace says.
  const credits = Object.values(inputs['credit'] ?? {}).map((credit) =>
    expressionOf(credit) === undefined ? Number(credit) : 0.5,
  );
  const met = credits.filter((credit) => credit === 1).length;
  const part = credits.filter((credit) => credit > 0 && credit < 1).length;
  return words.checklistMet(met, part, rule.items.length);
}

function unexplained(rule: Rule, inputs: Inputs): Unexplained[] {
  const credit = new Map(Object.entries(inputs['credit'] ?? {}));
  const reasons = new Map(Object.entries(inputs['reasons'] ?? {}));
  const partly = rule.items.filter(({ id }) => {
    const given = credit.get(id);
    return typeof given === 'string' || expressionOf(given) !== undefined;
  });
  return partly.flatMap(({ id }) => [
    ...(credit.get(id) === '' ? [{ field: `part ${id}`, lacks: 'credit' as const }] : []),
    ...(expressionOf(credit.get(id)) === ''
      ? [{ field: `part ${id} expression`, lacks: 'credit' as const }]
      : []),
    ...(reasons.has(id) ? [] : [{ field: `reason ${id}`, lacks: 'reason' as const }]),
  ]);
}

/** `part ①` is stored as the credit of ①, `reason ①` as its reason. */
function stepsOf(field: string): string[] {
  const [part = '', ...id] = field.split(' ');
  const stored = { met: 'credit', part: 'credit', reason: 'reasons', veto: 'veto' }[part] ?? part;
  return [stored, id.join(' ')];
}

export const checklist: Editor<'checklist'> = { Fields, read, judgement, unexplained, stepsOf };
