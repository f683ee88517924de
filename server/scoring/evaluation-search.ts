import { LANGUAGES } from '../../survey-definitions/languages.ts';
import { foldCaseless } from '../../survey-definitions/typed-text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { referredIndicatorSystems } from '../store/indicator-systems.ts';
import { listSurveyCodes } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/**
 * Those in which each word is found: in department, place, year, report number, the indicator system's title or id, or a
 * survey's code. Folded on both sides, so that width, capitals and spaces do not matter; here and not in SQL, where every
 * engine would find something else.
 */
export async function searchEvaluations(
  db: Db,
  evaluations: readonly Evaluation[],
  q: string,
): Promise<Evaluation[]> {
  const wanted = wordsOf(q);
  if (wanted.length === 0) return [...evaluations];
  const [systemFor, codes] = await Promise.all([
    referredIndicatorSystems(
      db,
      evaluations.map(({ indicatorSystem }) => indicatorSystem),
    ),
    listSurveyCodes(db),
  ]);
  const titles = new Map<string, string>();
  const titleOf = ({ indicatorSystem }: Evaluation) => {
    const key = `${indicatorSystem.id}/${indicatorSystem.version}`;
    const known = titles.get(key);
    if (known !== undefined) return known;
    const { title } = systemFor(indicatorSystem);
    const said = [indicatorSystem.id, ...LANGUAGES.map((language) => textIn(title, language))];
    titles.set(key, folded(said));
    return titles.get(key) ?? '';
  };
  return evaluations.filter((evaluation) => {
    const { id, department, place, year, particulars } = evaluation;
    const own = folded([department, place, String(year), particulars.reportNumber ?? '']);
    const all = [own, titleOf(evaluation), ...(codes.get(id) ?? [])].join('\n');
    return wanted.every((word) => all.includes(word));
  });
}

/** What is looked for, word by word. */
const wordsOf = (q: string): string[] =>
  q
    .split(/\s+/u)
    .map(foldCaseless)
    .filter((word) => word !== '');

/** Each text by itself, so that no word is found across two. */
const folded = (texts: readonly string[]) => texts.map(foldCaseless).join('\n');
