import type { Exact } from '../../survey-definitions/exact.ts';
import { operandsOf, readExpression } from '../../survey-definitions/expression.ts';
import { asWritten, type Fraction } from '../../survey-definitions/fraction.ts';
import { RULE_KINDS, type ScoringRule } from '../../survey-definitions/scoring-rule.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { type Cells, compute } from './cells.ts';
import { computeFaultWords } from './expression-words.ts';

/** An input that is an expression over base data, and what it comes to. */
export interface ComputedInput {
  /** Its place in the inputs: ['value'], ['credit', '①']. */
  place: readonly string[];
  /** As it was typed. */
  expression: string;
  /** Exactly; null where it has none. */
  result: Fraction | null;
  /** Stable name of what keeps it from having a value, and the same in words. */
  fault: { code: string; words: Record<Language, string> } | null;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The expression that stands where a number could; undefined where something else does. */
const expressionIn = (value: unknown): string | undefined =>
  isObject(value) && Object.keys(value).length === 1 && typeof value.expression === 'string'
    ? value.expression
    : undefined;

/**
 * The inputs that are expressions, where the rule's kind takes a number and nowhere else: a text, or what a checklist has
 * under an id that happens to be `expression`, is never one.
 */
export function computedInputs(rule: ScoringRule, inputs: unknown, cells: Cells): ComputedInput[] {
  if (!isObject(inputs)) return [];
  return numberPlaces(rule, inputs).flatMap(({ place, value }) => {
    const expression = expressionIn(value);
    return expression === undefined ? [] : [{ place, expression, ...resultOf(expression, cells) }];
  });
}

/** Wherever inputs of the rule's kind may have a number, and what stands there. */
function numberPlaces(rule: ScoringRule, inputs: Fields): { place: string[]; value: unknown }[] {
  const numbers: Partial<Record<string, 'one' | 'each'>> = RULE_KINDS[rule.kind].numbers;
  return Object.entries(numbers).flatMap(([key, many]) => {
    const value = Object.hasOwn(inputs, key) ? inputs[key] : undefined;
    if (many === 'one') return [{ place: [key], value }];
    return isObject(value)
      ? Object.entries(value).map(([id, each]) => ({ place: [key, id], value: each }))
      : [];
  });
}

/** Numbers and cells of all the expressions among the inputs. Stops reading beyond `most`. */
export function operandsAmong(rule: ScoringRule, inputs: unknown, most: number): number {
  if (!isObject(inputs)) return 0;
  let operands = 0;
  for (const { value } of numberPlaces(rule, inputs)) {
    const expression = operands > most ? undefined : expressionIn(value);
    const read = expression === undefined ? undefined : readExpression(expression).expression;
    if (read !== undefined) operands += operandsOf(read);
  }
  return operands;
}

function resultOf(text: string, cells: Cells): Pick<ComputedInput, 'result' | 'fault'> {
  const { expression, fault } = readExpression(text);
  if (fault) return { result: null, fault: { code: fault.code, words: fault.words } };
  const computed = compute(expression, cells);
  if (!computed.fault) return { result: computed.value, fault: null };
  const code = computed.fault.reason;
  return { result: null, fault: { code, words: computeFaultWords(computed.fault) } };
}

/** The inputs with something else in the place of each expression. Leaves the inputs as they are. */
export function withComputed(
  inputs: unknown,
  computed: readonly ComputedInput[],
  instead: (each: ComputedInput) => unknown,
): unknown {
  return computed.reduce<unknown>((made, each) => put(made, each.place, instead(each)), inputs);
}

function put(inputs: unknown, [key, ...inside]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const fields = isObject(inputs) ? inputs : {};
  return { ...fields, [key]: put(fields[key], inside, value) };
}

/** A result as a rule takes it; undefined where there is none. */
export const asInput = ({ result }: ComputedInput): Exact | undefined =>
  result === null ? undefined : asWritten(result);
