import type { Particulars } from '../../survey-definitions/particulars.ts';
import { LAST_YEAR } from '../../survey-definitions/survey.ts';
import { Problem } from '../problem.ts';
import { readBaseData, writeBaseData } from '../store/base-data.ts';
import { type Evaluation, insertEvaluation } from '../store/evaluations.ts';
import { listSurveys } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { copySurvey } from './copy-survey.ts';

/** What a copy says otherwise than what it is made of; a year later unless a year is named. */
export interface CopyWanted {
  year?: number | undefined;
  department?: string | undefined;
  place?: string | undefined;
}

/**
 * Last year's evaluation as this year's draft: its indicator system, particulars, and each of its surveys as a draft with
 * its points and plan; base data by name and unit. Whatever was received, entered, chosen or fixed in time stays behind. Says which surveys were made.
 */
export async function copyEvaluation(
  trx: Db,
  source: Evaluation,
  { year = source.year + 1, department = source.department, place = source.place }: CopyWanted,
  copy: { id: string; author: string; now: Date },
): Promise<string[]> {
  if (year > LAST_YEAR) throw yearMissing();
  await insertEvaluation(trx, {
    id: copy.id,
    department,
    place,
    year,
    indicatorSystem: source.indicatorSystem,
    feeds: {},
    example: false,
    particulars: particularsOfCopy(source, department),
    createdAt: copy.now.toISOString(),
  });
  await copyBaseData(trx, source.id, copy);
  const codes: string[] = [];
  for (const survey of await listSurveys(trx, source.id)) {
    // A moment apart, so that they are listed in the order of those they are made of.
    const at = new Date(copy.now.getTime() + codes.length);
    codes.push((await copySurvey(trx, survey, copy.id, copy.author, at)).code);
  }
  return codes;
}

/** What last year's amounts are called, for this year's to be entered; checks name columns that are not there yet. */
async function copyBaseData(
  trx: Db,
  from: string,
  { id, author, now }: { id: string; author: string; now: Date },
): Promise<void> {
  const { cells } = await readBaseData(trx, from);
  if (cells.length === 0) return;
  const blank = cells.map(({ code, name, unit }) => ({
    code,
    name,
    ...(unit !== undefined && { unit }),
    values: {},
  }));
  await writeBaseData(trx, id, { cells: blank, checks: [] }, author, now);
}

/** Report number, base date and period are of one year; who is evaluated, of one department. */
function particularsOfCopy(source: Evaluation, department: string): Particulars {
  const { reportNumber, baseDate, period, evaluated, ...lasting } = source.particulars;
  const same = department === source.department && evaluated !== undefined;
  return { ...lasting, ...(same && { evaluated }) };
}

const yearMissing = () =>
  new Problem('not-acceptable', {
    errors: [
      {
        path: '$.year',
        code: 'too_big',
        message: {
          'zh-CN': `请写明预算年度，最晚 ${LAST_YEAR}`,
          en: `name the budget year, ${LAST_YEAR} at the latest`,
        },
      },
    ],
  });
