/** Something wrong with a definition, and where: a JSON path such as `$.sections[1].items[0].scale`. */
export interface Fault {
  path: string;
  /** Stable name of the kind of fault, e.g. `duplicate-id`. */
  code: string;
  message: string;
}

/** A hard fault refuses the definition; a warning is a doubt about its design that published questionnaires have. */
export type Checked<T> =
  | { ok: true; value: T; warnings: Fault[] }
  | { ok: false; faults: Fault[]; warnings: Fault[] };

/** `['sections', 1, 'items', 0]` as `$.sections[1].items[0]`. */
export function jsonPath(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>(
    (path, step) => path + (typeof step === 'number' ? `[${step}]` : `.${String(step)}`),
    '$',
  );
}
