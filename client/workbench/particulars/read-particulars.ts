import { isDay } from '../../../survey-definitions/china-time.ts';
import type { Particulars } from '../../../survey-definitions/particulars.ts';
import { foldSpaced } from '../../../survey-definitions/typed-text.ts';
import { textOf } from '../parts/form-values.ts';

/** The single texts among the particulars, in the order of the form. */
export const TEXTS = [
  'commissioner',
  'evaluated',
  'evaluator',
  'contact',
  'reportNumber',
  'baseDate',
  'period',
  'scope',
  'methods',
] as const satisfies readonly (keyof Particulars)[];
export const MEMBER = ['duty', 'name', 'title', 'work'] as const;
type Member = NonNullable<Particulars['team']>[number];

/** The name of a field of the n-th line of the team. */
export const memberField = (line: number, part: (typeof MEMBER)[number]) => `team.${line}.${part}`;

/** The lines of the team that say anything, by their number in the form. */
function linesOf(form: FormData): [line: number, member: Member][] {
  const numbers = [...form.keys()].flatMap((key) => /^team\.(\d+)\.name$/.exec(key)?.[1] ?? []);
  return numbers.map(Number).flatMap((line) => {
    const said = MEMBER.map((part) => [part, textOf(form, memberField(line, part))] as const);
    const given = said.filter(([part, text]) => text !== '' || part === 'name');
    if (said.every(([, text]) => text === '')) return [];
    return [[line, Object.fromEntries(given) as unknown as Member]];
  });
}

/** What the form says; what is blank is not given. */
export function readParticulars(form: FormData): Particulars {
  const texts = TEXTS.flatMap((name) => {
    const text = textOf(form, name);
    if (text === '') return [];
    return [[name, name === 'baseDate' ? foldSpaced(text) : text] as const];
  });
  const team = linesOf(form).map(([, member]) => member);
  return { ...Object.fromEntries(texts), ...(team.length > 0 && { team }) };
}

/** What is wrong with it that the fields do not say themselves, by field. */
export function faultsInParticulars(
  form: FormData,
  words: { nameless: string; noDay: string },
): Record<string, string> {
  const { baseDate } = readParticulars(form);
  const nameless = linesOf(form).filter(([, { name }]) => name === '');
  return {
    ...(baseDate !== undefined && !isDay(baseDate) && { baseDate: words.noDay }),
    ...Object.fromEntries(
      nameless.map(([line]) => [memberField(line, 'name'), words.nameless] as const),
    ),
  };
}

/** Where the server finds a field, lines that say nothing left out. */
export function pathInParticulars(name: string, form: FormData | undefined): string {
  const [, line, part] = /^team\.(\d+)\.(\w+)$/.exec(name) ?? [];
  if (line === undefined) return `$.particulars.${name}`;
  const place = form ? linesOf(form).findIndex(([number]) => number === Number(line)) : -1;
  return `$.particulars.team[${place}].${part}`;
}
