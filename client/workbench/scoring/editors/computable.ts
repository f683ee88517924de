import type { ReadField } from './editor.ts';

/** The expression that stands where a number could; undefined where a number does, or nothing. */
export function expressionOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const expression: unknown = Reflect.get(value, 'expression');
  return typeof expression === 'string' ? expression : undefined;
}

/** What was filled in for a number, by `typed` where somebody typed it, or the expression it is computed by. */
export function readComputable<T>(
  field: ReadField,
  name: string,
  typed: (text: string) => T,
): T | { expression: string } {
  return field(`${name} how`) === 'computed'
    ? { expression: field(`${name} expression`) }
    : typed(field(name));
}

/** The name of the number that a field belongs to, and whether it is its expression. */
export function computableOf(field: string): { name: string; isExpression: boolean } {
  const end = ' expression';
  const isExpression = field.endsWith(end);
  return { name: isExpression ? field.slice(0, -end.length) : field, isExpression };
}
