import type { Problem } from '../api/client.ts';

/** Splits a refusal into what is said beside the fields it names and what is left to say of the form. */
export function faultsByField<Name extends string>(
  problem: Problem | undefined,
  names: readonly Name[],
  pathOf: (name: Name) => string = (name) => `$.${name}`,
): { byField: Partial<Record<Name, string>>; rest: Problem | undefined } {
  const byField: Partial<Record<Name, string>> = {};
  const others = (problem?.errors ?? []).filter(({ path, message }) => {
    const name = names.find((one) => path === pathOf(one));
    if (name) byField[name] = [byField[name], message].filter(Boolean).join(' ');
    return !name;
  });
  if (!problem || Object.keys(byField).length === 0) return { byField, rest: problem };
  return { byField, rest: others.length > 0 ? { ...problem, errors: others } : undefined };
}

/** A refusal that is about one field and names none, such as that a name is taken: said beside that field. */
export function faultBeside(
  problem: Problem | undefined,
  code: Problem['code'],
  path: string,
): Problem | undefined {
  if (problem?.code !== code) return problem;
  return { ...problem, errors: [{ path, code, message: problem.title }] };
}
