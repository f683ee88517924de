import { describe, expect, it } from 'vitest';
import {
  findIndicatorSystem,
  insertIndicatorSystem,
  listIndicatorSystems,
} from '../../../server/store/indicator-systems.ts';
import {
  findQuestionnaire,
  insertQuestionnaire,
  listQuestionnaires,
} from '../../../server/store/questionnaires.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW, QUESTIONNAIRE, SYSTEM } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

describe.each(ENGINES)('published definitions on %s', (engine) => {
  const store = withTestStore(engine);

  it('a questionnaire comes back as it was published', async () => {
    expect(await findQuestionnaire(store.read, QUESTIONNAIRE.id, 1)).toBeUndefined();
    expect(await insertQuestionnaire(store.write, QUESTIONNAIRE, NOW)).toBe(true);
    expect(await findQuestionnaire(store.read, QUESTIONNAIRE.id, 1)).toEqual(QUESTIONNAIRE);
  });

  it('a published version never changes: a change is a new version', async () => {
    const changed = { ...QUESTIONNAIRE, title: 'another title' };
    expect(await insertQuestionnaire(store.write, changed, NOW)).toBe(false);
    expect(await findQuestionnaire(store.read, QUESTIONNAIRE.id, 1)).toEqual(QUESTIONNAIRE);
    expect(await insertQuestionnaire(store.write, { ...changed, version: 2 }, NOW)).toBe(true);
    const titles = (await listQuestionnaires(store.read)).map((each) => [each.version, each.title]);
    expect(titles).toEqual([
      [1, QUESTIONNAIRE.title],
      [2, 'another title'],
    ]);
  });

  it('a questionnaire whose publishing was undone is not found', async () => {
    const undone = { ...QUESTIONNAIRE, id: 'undone' };
    const failing = store.write.transaction().execute(async (trx) => {
      await insertQuestionnaire(trx, undone, NOW);
      expect(await findQuestionnaire(trx, 'undone', 1)).toEqual(undone);
      throw new Error('undo');
    });
    await expect(failing).rejects.toThrow('undo');
    expect(await findQuestionnaire(store.write, 'undone', 1)).toBeUndefined();
  });

  it('an indicator system likewise', async () => {
    expect(await insertIndicatorSystem(store.write, SYSTEM, NOW)).toBe(true);
    expect(await insertIndicatorSystem(store.write, SYSTEM, NOW)).toBe(false);
    expect(await findIndicatorSystem(store.read, SYSTEM.id, 1)).toEqual(SYSTEM);
    expect(await findIndicatorSystem(store.read, SYSTEM.id, 2)).toBeUndefined();
    expect(await listIndicatorSystems(store.read)).toEqual([SYSTEM]);
  });
});
