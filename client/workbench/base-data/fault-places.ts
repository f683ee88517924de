import type { Problem } from '../api/client.ts';
import type { InOneLanguage } from '../translation.ts';
import { pathsOf, type Sheet } from './sheet.ts';
import type { baseDataWords } from './words.ts';

type SheetWords = InOneLanguage<typeof baseDataWords>;

/** What each field of a sheet is called where it is spoken of from afar, by the JSON path at which the server finds it. */
export function fieldNames(sheet: Sheet, words: SheetWords): Map<string, string> {
  const names = new Map<string, string>();
  const paths = pathsOf(sheet);
  const call = (path: string | undefined, name: string) => {
    if (path !== undefined) names.set(path, name);
  };
  for (const [place, line] of sheet.lines.entries()) {
    const own = words.lineCalled(place + 1, line.name);
    call(paths.line(place), own);
    for (const field of ['name', 'code', 'unit'] as const)
      call(paths.line(place, field), words.fieldOf(own, words[field]));
    for (const column of sheet.columns) {
      call(paths.line(place, 'values', column), words.fieldOf(own, column));
      call(paths.line(place, 'excluded', column), words.fieldOf(own, words.reasonOf(column)));
      for (const [part, called] of [
        ['amount', words.amountLeftOut(column)],
        ['reason', words.reasonOf(column)],
      ] as const)
        call(paths.line(place, 'excluded', column, part), words.fieldOf(own, called));
    }
  }
  for (const [place] of sheet.checks.entries()) {
    const own = words.checkOf(place + 1);
    call(paths.check(place), own);
    call(paths.check(place, 'name'), words.fieldOf(own, words.checkName));
    for (const side of ['left', 'right'] as const)
      call(paths.check(place, side), words.fieldOf(own, words[side]));
  }
  return names;
}

/** A message with the fields that it speaks of called by their names, and not by their paths. */
export const inNames = (message: string, names: ReadonlyMap<string, string>): string =>
  message.replace(/\$\.(?:cells|checks)(?:\[[^\]]+\]|\.\w+)*/g, (path) => names.get(path) ?? path);

/** A refusal that says of each fault which field it is about. */
export function namedProblem(
  problem: Problem | undefined,
  names: ReadonlyMap<string, string>,
  said: SheetWords['faultAt'],
): Problem | undefined {
  if (!problem?.errors) return problem;
  const errors = problem.errors.map((error) => {
    const message = inNames(error.message, names);
    const name = names.get(error.path ?? '');
    return { ...error, message: name === undefined ? message : said(name, message) };
  });
  return { ...problem, errors };
}
