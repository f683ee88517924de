import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { languagesOf } from '../../survey-definitions/form.ts';
import { told } from './samples.ts';

const ROOM = join(import.meta.dirname, '../../survey-definitions');

/** The doubts we know of: what was published, kept as it was. Anything else fails the suite. */
const EXPECTED_WARNINGS: Record<string, string[]> = {
  'questionnaires/management-object/1.json': [
    'scale-unbalanced $.scales[0].options',
    'ranges-overlap $.sections[0].items[1].options[1].range',
    'ranges-overlap $.sections[0].items[1].options[3].range',
    'not-exhaustive $.sections[0].items[2].options',
    'ranges-overlap $.sections[0].items[3].options[1].range',
    'ranges-overlap $.sections[0].items[3].options[2].range',
    'ranges-overlap $.sections[0].items[3].options[2].range',
    'ranges-leave-gap $.sections[0].items[3].options[3].range',
  ],
  'questionnaires/public-ecology/1.json': [
    'scale-unbalanced $.scales[0].options',
    'ranges-open-end $.sections[0].items[1].options',
    'not-exhaustive $.sections[1].items[0].options',
  ],
  'questionnaires/public-general/1.json': ['scale-unbalanced $.scales[0].options'],
  'indicator-systems/shuozhou-2019-ecology/1.json': [
    'shares-not-one $.level1[0].level2[2].indicators[1].rule.items',
  ],
  'indicator-systems/miluo-2020-self-evaluation/1.json': [],
};

const FILES = ['questionnaires', 'indicator-systems'].flatMap((folder) =>
  readdirSync(join(ROOM, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOM.length + 1)
        .replaceAll('\\', '/'),
    ),
);

describe('the definitions in the folder', () => {
  it('are the ones we know the warnings of', () => {
    expect(FILES.toSorted()).toEqual(Object.keys(EXPECTED_WARNINGS).toSorted());
  });

  it.each(FILES)('%s has no fault, and the expected warnings only', (file) => {
    const checked = check(file);
    expect(checked.ok ? [] : checked.faults).toEqual([]);
    expect(told(checked.warnings)).toEqual(EXPECTED_WARNINGS[file]);
  });

  it.each(FILES)('%s lies under its id and version', (file) => {
    const { id, version } = json(file);
    expect(file.split('/').slice(1)).toEqual([id, `${version}.json`]);
  });

  it.each(FILES)('%s names the JSON Schema of its kind, where it lies', (file) => {
    const named = join(dirname(join(ROOM, file)), json(file).$schema);
    const kind = file.startsWith('questionnaires/') ? 'questionnaire' : 'indicator-system';
    expect(named).toBe(join(ROOM, `${kind}.schema.json`));
    expect(JSON.parse(readFileSync(named, 'utf8')).title).toBeTypeOf('string');
  });

  it.each(FILES)('%s speaks both languages throughout', (file) => {
    if (file.startsWith('questionnaires/')) {
      const checked = checkQuestionnaire(json(file));
      expect(checked.ok && languagesOf(checked.value)).toEqual(['zh-CN', 'en']);
    }
    const english = JSON.stringify(json(file)).match(/"en":"[^"]*"/g) ?? [];
    expect(english.length).toBeGreaterThan(20);
    expect(english.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

function json(file: string) {
  return JSON.parse(readFileSync(join(ROOM, file), 'utf8'));
}

function check(file: string) {
  return file.startsWith('questionnaires/')
    ? checkQuestionnaire(json(file))
    : checkIndicatorSystem(json(file));
}
