import type { Language } from './text.ts';

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

/** A new version can still be put right; one that was published stays as it is, whatever we have learned since. */
export type Standing = 'new' | 'published';

/** Where in a definition: keys and indices from its root. */
export type Steps = readonly PropertyKey[];

/** A fault before a language is chosen for it. */
export interface Finding {
  steps: Steps;
  code: string;
  words: Record<Language, string>;
}

export function finding(steps: Steps, code: string, zh: string, en: string): Finding {
  return { steps, code, words: { 'zh-CN': zh, en } };
}

/** What a reader can work through; a hostile definition could have tens of thousands. */
const MOST_FINDINGS = 1000;

/** The findings as faults in one language, in the order they were found, 1000 at most. */
export function faultsIn(findings: readonly Finding[], language: Language): Fault[] {
  return findings
    .slice(0, MOST_FINDINGS)
    .map(({ steps, code, words }) => ({ path: jsonPath(steps), code, message: words[language] }));
}

/** `['sections', 1, 'title', 'zh-CN']` as `$.sections[1].title['zh-CN']` (RFC 9535). */
export function jsonPath(steps: Steps): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    const name = String(step);
    if (/^[A-Za-z_]\w*$/.test(name)) return `${path}.${name}`;
    const quoted = JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
    return `${path}['${quoted}']`;
  }, '$');
}

/** Every second and later use of an id (or code) that must be unique, with the place of its first use. */
export function duplicates(
  uses: readonly { id: string; steps: Steps }[],
  code: 'duplicate-id' | 'duplicate-code' = 'duplicate-id',
): Finding[] {
  const first = new Map<string, Steps>();
  const found: Finding[] = [];
  for (const { id, steps } of uses) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, steps);
    else
      found.push(
        finding(
          steps,
          code,
          `“${id}”已经用在 ${jsonPath(earlier)}`,
          `“${id}” is already used at ${jsonPath(earlier)}`,
        ),
      );
  }
  return found;
}
