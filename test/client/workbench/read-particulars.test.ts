import { describe, expect, it } from 'vitest';
import {
  faultsInParticulars,
  pathInParticulars,
  readParticulars,
} from '../../../client/workbench/particulars/read-particulars.ts';

const WORDS = { nameless: 'a name, please', noDay: 'a day, please' };

function form(fields: Record<string, string>): FormData {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
}

/** The second line of three was removed: it stands there, empty. */
const TEAM = form({
  evaluator: ' 某事务所 ',
  contact: '\u200b',
  baseDate: '２０２５-１２-３１',
  'team.0.duty': '组长',
  'team.0.name': '李某',
  'team.1.duty': '',
  'team.1.name': ' ',
  'team.2.name': '',
  'team.2.work': '访谈',
});

describe('particulars that were filled in', () => {
  it('are those that say anything, lines of nothing left out', () => {
    expect(readParticulars(TEAM)).toEqual({
      evaluator: '某事务所',
      baseDate: '2025-12-31',
      team: [
        { duty: '组长', name: '李某' },
        { name: '', work: '访谈' },
      ],
    });
    expect(readParticulars(form({ evaluator: '', 'team.0.name': '' }))).toEqual({});
  });

  it('are at fault where somebody has no name and a day is none', () => {
    expect(faultsInParticulars(TEAM, WORDS)).toEqual({ 'team.2.name': WORDS.nameless });
    expect(faultsInParticulars(form({ baseDate: '2025-02-30' }), WORDS)).toEqual({
      baseDate: WORDS.noDay,
    });
  });

  it('are found where the server names them, by their place among those that were sent', () => {
    expect(pathInParticulars('contact', TEAM)).toBe('$.particulars.contact');
    expect(pathInParticulars('team.2.name', TEAM)).toBe('$.particulars.team[1].name');
  });
});
