import type { z } from 'zod';
import { type Checked, type Finding, faultsIn, type Standing } from './fault.ts';
import { shapeFindings } from './shape-findings.ts';
import type { Language } from './text.ts';

/** What is looked for in a kind of definition, once its shape is right. */
export interface Looks<T> {
  schema: z.ZodType<T>;
  /** Whether it is too large for anything to be calculated from it; only one that is not is looked at further. */
  size(definition: T): Finding[];
  faults(definition: T): Finding[];
  /** What says less than it seems: refuses what is new, and is told of what was published. */
  clarity(definition: T): Finding[];
  warnings(definition: T): Finding[];
}

/** Whether the input (parsed JSON) is a usable definition of that kind. Throws nothing. */
export function checkDefinition<T>(
  looks: Looks<T>,
  input: unknown,
  language: Language,
  standing: Standing,
): Checked<T> {
  const parsed = looks.schema.safeParse(input);
  if (!parsed.success) {
    const faults = faultsIn(shapeFindings(parsed.error, input), language);
    return { ok: false, faults, warnings: [] };
  }
  const value = parsed.data;
  const size = looks.size(value);
  const [faults, clarity, warnings] =
    size.length > 0
      ? [[], size, []]
      : [looks.faults(value), looks.clarity(value), looks.warnings(value)];
  const isNew = standing === 'new';
  const refusing = faultsIn(isNew ? [...faults, ...clarity] : faults, language);
  const told = faultsIn(isNew ? warnings : [...clarity, ...warnings], language);
  return refusing.length > 0
    ? { ok: false, faults: refusing, warnings: told }
    : { ok: true, value, warnings: told };
}
