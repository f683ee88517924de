import { describe, expect, it } from 'vitest';
import * as evaluation from '../../survey-definitions/evaluation.ts';
import * as response from '../../survey-definitions/response.ts';
import * as survey from '../../survey-definitions/survey.ts';
import { ROOMS } from '../support/doors.ts';
import { sourcesUnder, withoutComments } from '../support/imports.ts';

/** A migration says for ever what it said when it was written. */
const sources = sourcesUnder(...ROOMS).filter(({ path }) => !path.includes('/migrations/'));

const lists = Object.entries<unknown>({ ...evaluation, ...survey, ...response }).flatMap(
  ([name, value]) => (Array.isArray(value) ? [[name, value.map(String)] as const] : []),
);

/** Two different members side by side, as in a list or a union. */
function repeats(members: readonly string[], text: string): boolean {
  const any = members.map((member) => `'${member}'`).join('|');
  const pair = new RegExp(`(${any})\\s*[,|]\\s*(?!\\1)(?:${any})`);
  return pair.test(withoutComments(text));
}

describe('the closed lists of the field', () => {
  it('are all here', () => {
    expect(lists.map(([name]) => name).sort()).toEqual([
      'ACCESS_CODE_STATES',
      'ARCHIVED_CHOICES',
      'CHANNELS',
      'COMBINE_WAYS',
      'DISPOSITIONS',
      'EVALUATION_SORTS',
      'EVALUATION_STATES',
      'FLAG_CODES',
      'MISSING_PARTS',
      'PHASES',
      'PLANNED_CHANNELS',
      'PROVENANCES',
      'REASON_CODES',
      'SAMPLINGS',
      'SHIPPED_GROUPS',
      'STORED_STATES',
      'SURVEY_ACCESSES',
      'SURVEY_STATES',
    ]);
  });

  it.each(lists)('%s is written down once', (_, members) => {
    const homes = /^survey-definitions\/(evaluation|survey|response)\.ts$/;
    const elsewhere = sources
      .filter(({ path, text }) => !homes.test(path) && repeats(members, text))
      .map(({ path }) => path);
    expect(elsewhere).toEqual([]);
  });

  it('have limits that the screens take from here as well', () => {
    const numbers = sources
      .filter(({ path }) => path.startsWith('client/workbench/'))
      .filter(({ text }) => /\b(?:maxLength|data-longest|max|min)=\{\d{3,}/.test(text));
    expect(numbers.map(({ path }) => path)).toEqual([]);
  });

  it('would be seen as a list and as a union, and not in a comment', () => {
    expect(repeats(survey.PHASES, "const all = ['pilot', 'formal'];")).toBe(true);
    expect(repeats(survey.PHASES, "type Phase = 'formal' | 'pilot';")).toBe(true);
    expect(repeats(survey.PHASES, "// 'pilot', 'formal'")).toBe(false);
    expect(repeats(survey.PHASES, "f('pilot', 'pilot')")).toBe(false);
  });
});
